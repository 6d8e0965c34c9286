import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const onUpload = yaml`
  OnUpload:
    Type: AWS::Events::Rule
    Properties: { EventPattern: { source: [aws.s3] } }
`;

export const messagingEbParity = rule({
  id: 'messaging-eb-parity',
  title: 'EventBridge rule does not exist in the target region',
  on: 'events-rule',
  needs: [],
  severity: severities('L/H/H/H'),
  why: 'Events of the target region meet no rule there, so whatever they are to start does not start.',
  fix: 'Declare rules, archives, connections and schedules in both regions by the same template, schedules disabled until they are needed. Only event buses can be targets in another region.',
  effect: 'RPO is every event that meets no rule in the target: events are not kept where no archive takes them. RTO of what the rule starts grows by creating the rule.',
  remedy: deployTemplate,
  links: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html'],
  examples: {
    gap: [{ home: onUpload }],
    ready: [{ home: onUpload, target: onUpload }],
  },

  check: hasCounterpart,
});
