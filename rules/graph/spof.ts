import { z } from 'zod';
import { copyIn } from '../../graph/queries/copies.ts';
import { peers } from '../../graph/queries/peer.ts';
import { singlePoints } from '../../graph/queries/single-points.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { Resource } from '../../model/resource.ts';
import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule, type Context, type EstateSubject } from '../rule.ts';
import { isInScope } from '../subjects.ts';
import { severities } from '../support/severities.ts';
import { isStackHelper } from '../support/stack-helper.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready, type Verdict } from '../verdict.ts';

const options = z.strictObject({ leastCutOff: z.int().positive().default(3).describe('Least number of resources that lose touch with the rest for a resource to count as a single point') });

const user = (name: string): string => yaml`
  ${name}:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: ${name.toLowerCase()}, Environment: { Variables: { QUEUE: !Ref Hub } } }
`;
const estate = `${yaml`
  Hub:
    Type: AWS::SQS::Queue
    Properties: { QueueName: hub }
`}\n${['Orders', 'Stock', 'Billing', 'Mail'].map(user).join('\n')}`;

export const graphSpof = rule({
  id: 'graph-spof',
  title: 'Single point of failure is in the home region only',
  on: 'estate',
  severity: severities('H/H/C/C'),
  why: 'Everything that hangs on it stops with its region, however well the rest is spread. What it cuts off says what to make redundant first.',
  fix: 'Deploy it in the target region too, give what needs it another way or a degraded mode, and begin with what cuts off most.',
  effect: 'RTO of everything that hangs on it is the time to bring it up in the target, or the length of the outage. RPO is touched only where it holds data.',
  remedy: deployTemplate,
  links: ['https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/use-fault-isolation-to-protect-your-workload.html'],
  options,
  examples: {
    gap: [{ home: estate }],
    ready: [{ home: estate, target: estate }],
  },

  /** Only of what runs or carries work: keys, roles and networks hold everything together by nature, and rules of their own judge them. */
  *check(view, { intent, options: given }): Iterable<EstateSubject> {
    const { leastCutOff } = options.parse(given);
    for (const { id, cutOff, parts, users } of singlePoints(view)) {
      const resource = view.resource(id);
      if (cutOff < leastCutOff || resource?.region === undefined || resource.region === 'global' || !isInScope(resource, intent) || !carriesWork(resource) || isStackHelper(resource, view)) continue;
      const [peer] = peers(view, resource, intent.target);
      const instead = peer === undefined ? insteadOfPeer(resource, { graph: view, intent }) : undefined;
      const subject = { subject: id, title: resource.name, resources: [id] };
      const evidence = [{ what: 'cut off', value: `${cutOff} resources in ${parts} parts` }, { what: 'direct users', value: String(users) }];
      if (instead !== undefined) yield { ...subject, verdict: { ...instead, evidence } };
      else yield peer === undefined
        ? { ...subject, verdict: gap(`${resource.name} is in ${resource.region} only, and ${cutOff} resources hang on it.`, { evidence }) }
        : { ...subject, verdict: ready(`${cutOff} resources hang on ${resource.name}, and ${peer.resource.name} in ${intent.target} is its counterpart.`, { evidence }) };
    }
  },
});

/** What stands in for a counterpart: another region by its own configuration; for backup & restore copied data, or code to build it again from. */
function insteadOfPeer(resource: Resource, { graph, intent }: Pick<Context, 'graph' | 'intent'>): Verdict | undefined {
  const { target, strategy } = intent;
  const { name } = resource;
  if (resource.kind === 'events-endpoint' && resource.attributes.secondaryRegion === target) return ready(`${name} leads to ${target} when ${resource.region} is unhealthy.`);
  const copy = copyIn(graph, resource, target);
  if (copy === 'copied') return ready(`The data of ${name} has a copy in ${target}.`);
  if (strategy !== 'backup-restore' || isDataStore(resource) || !isDeclared(resource)) return undefined;
  return exempt(`Backup & restore builds ${name} again in ${target} from what declares it.`);
}

const isDeclared = ({ sources }: Resource): boolean => sources.some(({ file }) => file !== undefined);
const isDataStore = ({ kind }: Resource): boolean => kind !== undefined && (kinds[kind] as Kind).traits.includes('data-store');

const carrying = ['data-store', 'compute', 'edge', 'messaging', 'zonal'] as const;
const carriesWork = ({ kind }: Resource): boolean => kind !== undefined && carrying.some((trait) => (kinds[kind] as Kind).traits.includes(trait));
