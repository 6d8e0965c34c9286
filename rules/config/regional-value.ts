import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Intent } from '../../model/intent.ts';
import type { Resource } from '../../model/resource.ts';
import { regionsIn } from '../../model/region-token.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready, unknown, type Verdict } from '../verdict.ts';

const parameter = (name: string, value: string): string => yaml`
  Endpoint:
    Type: AWS::SSM::Parameter
    Properties: { Type: String, Name: ${name}, Value: '${value}' }
`;

export const configRegionalValue = rule({
  id: 'config-regional-value',
  title: 'Parameter’s value names the home region',
  on: 'ssm-parameter',
  needs: [],
  severity: severities('M/H/H/H'),
  why: 'Read in the target region, the value sends the application back to the region that it left.',
  fix: 'Derive the value from the region at deployment or at run time, or keep one value for each region under a path that names it.',
  effect: 'No effect on RPO unless the value names a store. What starts in the target calls home by it: RTO grows by finding the value, writing another one and restarting what has read it.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-3.html'],
  examples: {
    gap: [
      { home: parameter('/shop/queue', 'https://sqs.us-east-1.amazonaws.com/111122223333/orders') },
      { name: 'the same value in the target', home: parameter('/shop/queue', 'arn:aws:sqs:us-east-1:111122223333:orders'), target: parameter('/shop/queue', 'arn:aws:sqs:us-east-1:111122223333:orders') },
    ],
    ready: [
      { home: parameter('/shop/limit', '42') },
      { name: 'each region has its own value', home: parameter('/shop/queue', 'arn:aws:sqs:us-east-1:111122223333:orders'), target: parameter('/shop/queue', 'arn:aws:sqs:eu-west-1:111122223333:orders') },
    ],
    unknown: [{ home: parameter('/shop/queue', '{{resolve:ssm:/other}}') }],
    exempt: [{ name: 'its path says which region it is for', home: parameter('/shop/us-east-1/queue', 'arn:aws:sqs:us-east-1:111122223333:orders') }],
  },

  check(parameter, { intent: { home, target }, graph }) {
    const { name, attributes } = parameter;
    const [peer] = peers(graph, parameter, target);
    const pointed = verdictOnPointers(parameter, peer?.resource, { home, target, graph });
    if (pointed !== undefined) return pointed;
    if (attributes.regionsInValue === undefined) return unknown(`Nobody told us which regions the value of ${name} names: it is known after deployment, or not to be read.`, { ask: 'The parameters that the template is deployed with.' });
    const named = attributes.regionsInValue.filter((region) => home.includes(region));
    if (named.length === 0 || attributes.regionsInValue.includes(target)) return ready();
    if (regionsIn(name).some((region) => home.includes(region))) return exempt(`${name} says in its path which region it is for.`);
    const there = peer?.resource.kind === 'ssm-parameter' ? peer.resource.attributes.regionsInValue : undefined;
    if (there !== undefined && !there.some((region) => home.includes(region))) return ready();
    return gap(there === undefined ? `The value of ${name} names ${listed(named)} and not ${target}.` : `The value of ${name} names ${listed(named)} in ${target} too.`);
  },
});

/** Regions of what the value is made of, where that is a resource of the estate: the host of a database. */
function pointsTo(view: EstateView, { id }: Resource): Resource[] {
  return view.out(id).flatMap(({ to, evidence }) => {
    const other = evidence.some(({ how }) => /^(?:insecure_)?value$/i.test(how)) ? view.resource(to) : undefined;
    return other?.region === undefined || other.region === 'global' ? [] : [other];
  });
}

function verdictOnPointers(parameter: Resource, peer: Resource | undefined, { home, target, graph }: Pick<Intent, 'home' | 'target'> & { readonly graph: EstateView }): Verdict | undefined {
  const here = pointsTo(graph, parameter);
  const there = peer === undefined ? [] : pointsTo(graph, peer);
  const [back] = there.filter(({ region = '' }) => home.includes(region));
  if (back !== undefined) return gap(`The value of ${parameter.name} in ${target} is made of ${back.name} in ${back.region}.`);
  return here.length > 0 && there.length > 0 ? ready(`The value in each region is made of what is in that region.`) : undefined;
}
