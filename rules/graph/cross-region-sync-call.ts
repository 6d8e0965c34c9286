import { peers } from '../../graph/queries/peer.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { Evidence } from '../../model/readiness.ts';
import type { Resource } from '../../model/resource.ts';
import { tagged } from '../../model/tag-table.ts';
import { rule } from '../rule.ts';
import { runtimeUses, type Use } from '../support/crossings.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready } from '../verdict.ts';

const functionReading = (queue: string): string => yaml`
  Checkout:
    Type: AWS::Lambda::Function
    Properties:
      Environment: { Variables: { QUEUE: ${queue} } }
`;

export const graphCrossRegionSyncCall = rule({
  id: 'graph-cross-region-sync-call',
  title: 'Work on the request path calls into another region',
  on: 'resource',
  severity: severities('-/M/C/C'),
  why: 'Both regions must then be up for either to work: the second region fails with the first one, and every request pays the distance.',
  fix: 'Deploy what is called in the target region too and derive its name from the region, keep a local copy of what is read, or send an event instead of waiting for an answer.',
  effect: 'The failover does not end the outage: the service in the target answers when the other region is back, so that RTO is that region’s. No effect on RPO unless the call writes, and then it is what the other region has not copied.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-3.html'],
  examples: {
    gap: [
      { home: functionReading('arn:aws:sqs:us-west-2:111122223333:orders') },
      { name: 'the counterpart in the target calls home', home: functionReading('arn:aws:sqs:us-east-1:111122223333:orders'), target: functionReading('arn:aws:sqs:us-east-1:111122223333:orders') },
    ],
    ready: [
      { home: functionReading('arn:aws:sqs:us-east-1:111122223333:orders'), target: functionReading('arn:aws:sqs:eu-west-1:111122223333:orders') },
    ],
    exempt: [
      { home: yaml`
        Checkout:
          Type: AWS::Lambda::Function
          Properties:
            Tags: [{ Key: mr:migration-bridge, Value: '2027-03-31' }]
            Environment: { Variables: { QUEUE: 'arn:aws:sqs:us-west-2:111122223333:orders' } }
      ` },
    ],
  },

  check(resource, { intent, graph }) {
    if (!isOnRequestPath(resource)) return undefined;
    const own = runtimeUses(graph, resource);
    const away = own.filter(({ region }) => region !== resource.region);
    const there = peers(graph, resource, intent.target).flatMap(({ resource: peer }) => runtimeUses(graph, peer).filter(({ region }) => region !== peer.region));
    const until = tagged(resource, 'mr:migration-bridge');
    if (away.length + there.length > 0 && until !== undefined && intent.today <= until) return exempt(`${resource.name} is tagged as a bridge for a migration until ${until}.`);
    const [first] = away;
    if (first !== undefined) return gap(`${resource.name} in ${resource.region} ${first.verb} ${first.name} in ${first.region}${more(away)}, so it works only while both regions do.`, { evidence: evidenceOf(away) });
    const [back] = there;
    if (back !== undefined) return gap(`The counterpart of ${resource.name} in ${intent.target} ${back.verb} ${back.name} in ${back.region}${more(there)}, so it works only while both regions do.`, { evidence: evidenceOf(there) });
    return own.length === 0 ? undefined : ready();
  },
});

/** Code and entries of traffic that stand in a region; a policy or an alarm may well name another region. */
function isOnRequestPath({ kind, region }: Resource): boolean {
  // A global endpoint leads to one region or the other: to know both is what it is for.
  if (kind === undefined || kind === 'events-endpoint' || region === undefined || region === 'global') return false;
  const { traits } = kinds[kind] as Kind;
  return traits.includes('compute') || traits.includes('edge') || kind === 'ecs-task-definition';
}

const more = ({ length }: readonly Use[]): string => (length === 1 ? '' : ` (and ${length - 1} more)`);

const evidenceOf = (uses: readonly Use[]): Evidence[] =>
  uses.flatMap(({ verb, name, region, evidence }) => evidence.slice(0, 1).map(({ how, source }) => ({ what: `${verb} ${name}`, value: `${region}, by ${how}`, source })));
