import { peers } from '../../graph/queries/peer.ts';
import { scheduleOff } from '../remedies/schedule-off.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const nightly = (rest = ''): string => yaml`
  Nightly:
    Type: AWS::Events::Rule
    Properties: { Name: nightly, ScheduleExpression: rate(1 day)${rest} }
`;

export const computeSingletonDoubleRun = rule({
  id: 'compute-singleton-double-run',
  title: 'Scheduled work runs in both regions at once',
  on: 'events-rule',
  needs: ['scheduled', 'enabled'],
  severity: severities('-/I/M/C'),
  why: 'The same job on the same replicated data, started twice: invoices go out twice, counters run ahead.',
  fix: 'Keep the schedule disabled in the target region and let the recovery plan enable it, or let the job take a lease that both regions see (a conditional write to a strongly consistent or single-writer table).',
  effect: 'No effect on RTO. Each run happens twice on the same replicated data, from the day the second region runs or from the failover on; undoing what was charged or sent twice is no part of any RPO.',
  remedy: scheduleOff,
  links: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-global-table-design.prescriptive-guidance.writemodes.html'],
  examples: {
    gap: [{ home: nightly(), target: nightly() }],
    ready: [{ name: 'disabled in the target', home: nightly(), target: nightly(', State: DISABLED') }],
    unknown: [{ home: nightly(), target: nightly(", State: '{{resolve:ssm:/active}}'") }],
  },

  /** Rules on events, and schedules that the target does not have, are none of its business. */
  check(schedule, { intent: { target }, graph }) {
    if (!schedule.attributes.scheduled || !schedule.attributes.enabled) return undefined;
    const peer = peers(graph, schedule, target)[0]?.resource;
    if (peer?.kind !== 'events-rule') return undefined;
    if (peer.attributes.enabled === undefined) return unknown(`Nobody told us whether ${peer.name} in ${target} is enabled.`);
    return peer.attributes.enabled ? gap(`${schedule.name} is enabled at home and in ${target}, so its work runs twice unless it takes a lease.`) : ready();
  },
});
