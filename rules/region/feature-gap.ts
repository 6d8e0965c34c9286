import { copiesOf } from '../../graph/queries/copies.ts';
import type { EstateView } from '../../graph/view.ts';
import { featureAvailability, features, type FeatureId } from '../../model/feature.ts';
import { compareText } from '../../model/json.ts';
import { partitionOf } from '../../model/region.ts';
import type { Resource } from '../../model/resource.ts';
import { standingOf } from '../../model/source.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { resourcesAtHome } from '../subjects.ts';
import { featureFor } from '../support/features-in-use.ts';
import { availabilityEvidence, serviceOffer } from '../support/offers.ts';
import { perView } from '../support/per-view.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

const table = yaml`
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      MultiRegionConsistency: STRONG
      Replicas: [{ Region: us-east-1 }, { Region: us-east-2 }, { Region: us-west-2 }]
`;

export const regionFeatureGap = rule({
  id: 'region-feature-gap',
  title: 'Multi-region feature does not work between home and target',
  on: 'estate',
  severity: severities('M/H/C/C'),
  why: 'The service exists in the target region, but what would keep it in step with the home region does not work for this pair.',
  fix: 'Take the alternative that the finding names, or a target region that the feature covers.',
  effect: 'RPO and RTO cannot be what the feature gives between these two regions: they are those of the alternative, mostly copied backups with their interval and restore.',
  links: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html',
    'https://docs.aws.amazon.com/neptune/latest/userguide/neptune-global-database.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html',
  ],
  examples: {
    gap: [{ name: 'strong consistency across continents', home: table }],
    ready: [{ home: table, targetRegion: 'us-west-2' }],
    unknown: [{ name: 'only the service can tell', home: yaml`
      Orders:
        Type: AWS::RDS::DBCluster
        Properties: { Engine: aurora-postgresql }
    ` }],
  },

  *check(view, { intent }): Iterable<EstateSubject> {
    const wanted = new Map<string, { feature: FeatureId; region: string; resources: Resource[] }>();
    for (const resource of resourcesAtHome(view, intent)) {
      const feature = featureFor(resource, intent.strategy);
      if (feature === undefined) continue;
      for (const region of resource.region === undefined || resource.region === 'global' ? intent.home : [resource.region]) {
        const key = `${feature} ${region}`;
        const found = wanted.get(key);
        if (found) found.resources.push(resource);
        else wanted.set(key, { feature, region, resources: [resource] });
      }
    }
    for (const [key, { feature, region, resources }] of [...wanted].sort(([a], [b]) => compareText(a, b))) {
      const verdict = inUse(view, resources, intent.target) ? ready(`${features.get(feature)?.title ?? feature} is in use between ${region} and ${intent.target}.`) : verdictOn(view, feature, { region, target: intent.target });
      const title = `${features.get(feature)?.title ?? feature}: ${region} → ${intent.target}`;
      if (verdict !== undefined) yield { subject: `feature:${key}`, title, resources: resources.map(({ id }) => id).sort(compareText), verdict };
    }
  },
});

/** Most estates that are judged before anything runs there were not scanned at all. */
const isScanned = perView((view) => view.estate.resources.values().some(({ sources }) => sources.some((source) => standingOf(source) === 'live')));

/** Whether a scan has seen the feature at work between the regions: what runs needs no table. */
const inUse = (view: EstateView, resources: readonly Resource[], target: string): boolean =>
  isScanned(view) && resources.some((resource) => copiesOf(view, resource).some((copy) => copy.basis !== 'backup' && copy.region === target && copy.resource?.sources.some((source) => standingOf(source) === 'live') === true));

/** A missing service, and a target in another partition, are told by region-service-unavailable and region-partition-mismatch. */
function verdictOn(view: EstateView, id: FeatureId, { region, target }: { readonly region: string; readonly target: string }): Verdict | undefined {
  const feature = features.get(id);
  if (feature === undefined || partitionOf(region)?.id !== partitionOf(target)?.id) return undefined;
  if (serviceOffer(view, feature.service, target).state === 'unavailable') return undefined;
  const availability = featureAvailability(id, region, target);
  const evidence = [availabilityEvidence(`${feature.title}, ${region} → ${target}`, availability), ...feature.limits.map((value) => ({ what: 'limit', value }))];
  switch (availability.state) {
    case 'available':
    case 'probably-available':
    case 'not-region-bound':
      return ready(`${feature.title} works between ${region} and ${target}.`, { evidence });
    case 'unavailable':
    case 'not-deployable':
      return gap(`${feature.title} does not work between ${region} and ${target}.`, { evidence, fix: `Instead: ${feature.alternative}. See ${feature.docs}` });
    case 'probably-unavailable':
    case 'unknown':
      return unknown(`Nobody told us whether ${feature.title} works between ${region} and ${target}.`, { evidence, ask: feature.probe ?? feature.docs });
  }
}
