import type { EstateView } from '../../graph/view.ts';
import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { rule } from '../rule.ts';
import { availabilityEvidence, serviceOffer, typeOffer } from '../support/offers.ts';
import { serviceOf, typesInUse } from '../support/services-in-use.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

export const regionResourceTypeUnavailable = rule({
  id: 'region-resource-type-unavailable',
  title: 'CloudFormation cannot create a resource type in the target region',
  on: 'estate',
  severity: severities('M/H/C/C'),
  why: 'The stack that declares the type fails in the target region, and everything else in the stack is rolled back with it.',
  fix: 'Put the resource under a condition on the region, replace the feature, or create it by other means (SDK, Terraform) where only the CloudFormation type is missing.',
  effect: 'No effect on RPO where the type holds no data. The stack rolls back in the target: RTO grows by changing the template and by making the resource by other means.',
  links: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListTypes.html'],
  examples: {
    gap: [
      { home: yaml`
        Orders:
          Type: AWS::Events::Endpoint
      `, targetRegion: 'ca-west-1' },
    ],
    ready: [
      { home: yaml`
        Orders:
          Type: AWS::DynamoDB::Table
      ` },
    ],
    unknown: [
      { name: 'a type that the registry’s copy does not know', home: yaml`
        Thing:
          Type: AWS::DynamoDB::TableOfTomorrow
      ` },
    ],
  },

  *check(view, { intent }) {
    for (const [type, resources] of typesInUse(view, intent)) {
      // A type that only Terraform's provider has is no type of CloudFormation anywhere.
      if (type.startsWith('aws_')) continue;
      const verdict = verdictOn(view, { type, resources }, intent.target);
      if (verdict !== undefined) yield { subject: `type:${type}`, title: type, resources: resources.map(({ id }) => id).sort(compareText), verdict };
    }
  },
});

/** A type whose whole service is missing is region-service-unavailable's business. */
function verdictOn(view: EstateView, { type, resources }: { readonly type: string; readonly resources: readonly Resource[] }, target: string): Verdict | undefined {
  const service = serviceOf(type);
  const state = service === undefined ? undefined : serviceOffer(view, service, target).state;
  if (state === 'unavailable' || state === 'probably-unavailable') return undefined;
  const availability = typeOffer(view, type, target);
  const evidence = [availabilityEvidence(`${type} in ${target}`, availability)];
  switch (availability.state) {
    case 'available':
    case 'probably-available':
      return ready(`CloudFormation can create ${type} in ${target}.`, { evidence });
    case 'not-region-bound':
      return undefined;
    case 'unavailable':
      return gap(`CloudFormation cannot create ${type} in ${target}.`, { evidence });
    case 'not-deployable':
      return needsCloudFormation(resources)
        ? gap(`CloudFormation does not register ${type} in ${target}, though the service is offered there.`, { evidence })
        : unknown(`CloudFormation does not register ${type} in ${target}: the feature is missing there, or only its CloudFormation type, which Terraform does not need.`, { evidence, ask });
    case 'probably-unavailable':
    case 'unknown':
      return unknown(`Nobody told us whether ${type} can be created in ${target}.`, { evidence, ask });
  }
}

const needsCloudFormation = (resources: readonly Resource[]): boolean =>
  resources.some(({ sources }) => sources.some(({ scanner }) => !scanner.startsWith('terraform')));

const ask = 'cloudformation:ListTypes or cloudformation:DescribeType in the target region, or a deployment there to a test account.';
