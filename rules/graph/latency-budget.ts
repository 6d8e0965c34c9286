import { z } from 'zod';
import { crossRegionPaths } from '../../graph/queries/region-crossings.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { Resource } from '../../model/resource.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { isInScope } from '../subjects.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const options = z.strictObject({ budgetMs: z.number().positive().default(100).describe('Milliseconds that the distance between regions may add to one request') });

const caller = (queue: string): string => yaml`
  Checkout:
    Type: AWS::Lambda::Function
    Properties:
      Environment: { Variables: { QUEUE: ${queue} } }
`;
const orders = yaml`
  Orders:
    Type: AWS::SQS::Queue
    Properties: { QueueName: orders }
`;

/** What watches and backs up sends no requests of users. */
const isOperations = ({ kind }: Resource): boolean => kind !== undefined && (kinds[kind] as Kind).traits.includes('operations');

export const graphLatencyBudget = rule({
  id: 'graph-latency-budget',
  title: 'Round trips between regions take more time than a request has',
  on: 'estate',
  severity: severities('-/M/H/H'),
  why: 'Each call that waits for another region adds a round trip, and calls that wait for each other add them up. Timeouts that fit one region are too short, and users wait.',
  fix: 'Batch the calls or make them asynchronous, keep a read model in the region of the caller, or move what calls each other together; then set the budget of the journey as the option of this rule.',
  effect: 'No effect on RPO. RTO holds on paper only: after traffic has moved, requests run into their timeouts until timeouts or code are changed.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-2.html'],
  options,
  examples: {
    gap: [{ name: 'across the Pacific', targetRegion: 'ap-southeast-2', home: caller('arn:aws:sqs:ap-southeast-2:111122223333:orders'), target: orders }],
    ready: [{ name: 'along a coast', targetRegion: 'us-east-2', home: caller('arn:aws:sqs:us-east-2:111122223333:orders'), target: orders }],
    unknown: [{ name: 'a region that nobody measured', targetRegion: 'moon-base-1', home: caller('arn:aws:sqs:moon-base-1:111122223333:orders'), target: orders }],
  },

  /** One finding for each entry whose requests leave their region; that they do at all is graph-cross-region-sync-call's business. */
  *check(view, { intent, options: given }): Iterable<EstateSubject> {
    const { budgetMs } = options.parse(given);
    for (const { entry, hops, ms, basis } of crossRegionPaths(view)) {
      const resource = view.resource(entry);
      if (resource === undefined || !isInScope(resource, intent) || isOperations(resource)) continue;
      const name = (id: string): string => view.resource(id)?.name ?? id;
      const evidence = hops.map(({ edge, from, to, ms: each }) => ({ what: `${name(edge.from)} → ${name(edge.to)}`, value: `${from} → ${to}${each === undefined ? '' : `, ${each} ms`}` }));
      const about = `A request through ${resource.name} waits for ${hops.length === 1 ? 'a call into another region' : `${hops.length} calls into other regions`}`;
      const rounded = Math.round(ms);
      const subject = { subject: entry, title: resource.name, resources: [entry] };
      if (ms > budgetMs) yield { ...subject, verdict: gap(`${about}, ${rounded} ms at least (${basis}) where ${budgetMs} are allowed.`, { evidence }) };
      else if (basis === 'unknown') yield { ...subject, verdict: unknown(`${about}; how long the way takes nobody measured.`, { evidence, ask: 'ec2:GetAwsNetworkPerformanceData for the pair of regions.' }) };
      else yield { ...subject, verdict: ready(`${about}, ${rounded} ms (${basis}) of ${budgetMs}.`, { evidence }) };
    }
  },
});
