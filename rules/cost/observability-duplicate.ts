import { logRetention } from '../remedies/log-retention.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const group = (rest = ''): string => yaml`
  Logs:
    Type: AWS::Logs::LogGroup
    Properties: { LogGroupName: /shop/web${rest} }
`;

export const costObservabilityDuplicate = rule({
  id: 'cost-observability-duplicate',
  title: 'Logs are kept for ever, in every region',
  on: 'log-group',
  needs: ['retentionDays'],
  severity: severities('I/I/I/I'),
  why: 'A second region writes the logs, metrics and recorded items of the first one again. What is never deleted grows twice as fast.',
  fix: 'Set a retention on log groups in both regions, keep logs in their region and centralise only what must be read together, and sample traces.',
  effect: 'No effect on RPO or RTO. Costs storage that only grows, in both regions.',
  remedy: logRetention,
  links: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html'],
  examples: {
    gap: [{ home: group() }],
    ready: [{ home: group(', RetentionInDays: 30') }],
    unknown: [{ home: group(", RetentionInDays: '{{resolve:ssm:/days}}'") }],
  },

  check: ({ name, attributes: { retentionDays } }) => (retentionDays === 0 ? gap(`${name} keeps its events for ever.`) : ready()),
});
