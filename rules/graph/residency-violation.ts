import type { EstateView } from '../../graph/view.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import { regionOf } from '../../model/region.ts';
import type { Resource } from '../../model/resource.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { resourcesAtHome } from '../subjects.ts';
import { listed } from '../support/list.ts';
import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

const table = (region: string): string => yaml`
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      Replicas: [{ Region: us-east-1 }, { Region: ${region} }]
`;

export const graphResidencyViolation = rule({
  id: 'graph-residency-violation',
  title: 'Data would be kept outside the countries that it may be kept in',
  on: 'estate',
  severity: severities('C/C/C/C'),
  why: 'A copy in a country that law or contract rules out is a breach from the first object on, whatever it does for availability.',
  fix: 'Choose a target in a permitted country, keep the data of each jurisdiction in its own region, or leave out or tokenise what may not leave; deny other regions by service control policy. Witness regions and logs count as places too.',
  effect: 'RPO and RTO cannot be had in this target at all: the copy that they need is the breach.',
  links: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html',
  ],
  examples: {
    gap: [
      { home: table('eu-west-1'), residency: ['DE'] },
    ],
    ready: [{ home: table('eu-west-1'), residency: ['US', 'IE'] }],
    unknown: [{ name: 'a region whose country no table knows', home: yaml`
      Orders:
        Type: AWS::DynamoDB::Table
    `, residency: ['US'], targetRegion: 'moon-base-1' }],
  },

  /** Says nothing where no residency is declared: it is a decision, not a fact of the estate. */
  *check(view, { intent }): Iterable<EstateSubject> {
    const { residency, target } = intent;
    if (residency === undefined) return;
    const stores = resourcesAtHome(view, intent).filter(holdsData);
    if (stores.length === 0) return;
    yield { subject: `residency:${target}`, title: target, resources: stores.map(({ id }) => id), verdict: verdictOn(`Data of ${stores.length === 1 ? stores[0]?.name : `${stores.length} stores`} would be kept in ${target}`, [target], residency) };
    for (const store of stores) {
      const elsewhere = placesOf(view, store).filter((region) => region !== target);
      if (elsewhere.length > 0) {
        yield { subject: store.id, title: store.name, resources: [store.id], verdict: verdictOn(`${store.name} is kept in ${listed(elsewhere)}`, elsewhere, residency) };
      }
    }
  },
});

const holdsData = ({ kind }: Resource): boolean => kind !== undefined && (kinds[kind] as Kind).traits.includes('data-store');

/** Regions that hold the store's data now, by its own region, its replicas and its witness. */
function placesOf(view: EstateView, store: Resource): string[] {
  const own = store.region === undefined || store.region === 'global' ? [] : [store.region];
  const { replicaRegions = [], copyRegions = [], witnessRegion } = store.attributes as Readonly<{ replicaRegions?: string[]; copyRegions?: string[]; witnessRegion?: string }>;
  return [...new Set([...own, ...replicaRegions, ...copyRegions, ...(witnessRegion === undefined ? [] : [witnessRegion]), ...regionsOf(replicasOf(view, store))])].filter((region) => regionOf(region) !== undefined);
}

function verdictOn(what: string, regions: readonly string[], residency: readonly string[]): Verdict {
  const countries = regions.map((region) => ({ region, country: regionOf(region)?.country }));
  const evidence = countries.map(({ region, country }) => ({ what: region, value: country ?? 'country not known' }));
  const outside = countries.filter(({ country }) => country !== undefined && !residency.includes(country));
  if (outside.length > 0) return gap(`${what}, and ${listed(outside.map(({ country }) => country ?? ''))} is not among the permitted countries (${listed(residency)}).`, { evidence, blocking: true });
  const untold = countries.find(({ country }) => country === undefined);
  return untold === undefined ? ready(`${what}, which is permitted.`, { evidence }) : unknown(`${what}; nobody told us in which country ${untold.region} is.`, { evidence });
}
