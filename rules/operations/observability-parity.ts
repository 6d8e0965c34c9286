import { alarmCopy } from '../remedies/alarm-copy.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const alarm = yaml`
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties: { AlarmName: errors }
`;

export const operationsObservabilityParity = rule({
  id: 'operations-observability-parity',
  title: 'Alarm does not exist in the target region',
  on: 'cloudwatch-alarm',
  needs: [],
  severity: severities('L/M/H/H'),
  why: 'Nobody is told when what runs in the target region fails, least of all right after a failover.',
  fix: 'Declare alarms, dashboards and log settings in the same template as what they watch, deploy them in both regions, and let the paging path work without the home region.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-4.html'],
  remedy: alarmCopy,
  examples: {
    gap: [{ home: alarm }],
    ready: [{ home: alarm, target: alarm }],
  },

  check: hasCounterpart,
});
