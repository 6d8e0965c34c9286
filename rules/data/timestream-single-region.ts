import { tagged } from '../../model/tag-table.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { unknown } from '../verdict.ts';

const series = (rest = ''): string => yaml`
  Metrics:
    Type: AWS::Timestream::Database
    Properties: { DatabaseName: metrics${rest} }
`;
const types = ['AWS::Timestream::Database', 'AWS::Timestream::InfluxDBInstance', 'AWS::Timestream::InfluxDBCluster'];

export const dataTimestreamSingleRegion = rule({
  id: 'data-timestream-single-region',
  title: 'Time series are in the home region only',
  on: 'resource',
  types,
  severity: severities('M/H/C/C'),
  why: 'Timestream replicates nothing across regions, so dashboards and alarms of the target region have no history.',
  fix: 'Write to databases of both regions from the collector, and declare the pair with the tag mr:counterpart. LiveAnalytics can be copied by AWS Backup and is closed to new customers: plan to leave it.',
  effect: 'RPO is the history of all series; RTO of dashboards and alarms in the target is the time until enough new points have come in.',
  links: ['https://docs.aws.amazon.com/timestream/latest/developerguide/AmazonTimestreamForLiveAnalytics-availability-change.html'],
  examples: {
    gap: [{ home: series() }],
    ready: [{ home: series(', Tags: [{ Key: mr:counterpart, Value: metrics }]'), target: series() }],
    unknown: [{ name: 'a database in both regions: templates cannot say who writes to it', home: series(), target: series() }],
    exempt: [{ home: series(', Tags: [{ Key: mr:ephemeral, Value: "true" }]') }],
  },

  check(resource, context) {
    const verdict = hasCounterpart(resource, context);
    if (verdict.state !== 'ready' || tagged(resource, 'mr:counterpart') !== undefined) return verdict;
    return unknown(`${resource.name} exists in ${context.intent.target}; whether it is written to from both regions nobody told us.`, { ask: 'The tag mr:counterpart where it is.' });
  },
});
