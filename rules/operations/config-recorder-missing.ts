import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule } from '../rule.ts';
import { setInTarget } from '../support/regional-setting.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const recorder = yaml`
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties: { RoleARN: 'arn:aws:iam::111122223333:role/config' }
`;

export const operationsConfigRecorderMissing = rule({
  id: 'operations-config-recorder-missing',
  title: 'AWS Config does not record the target region',
  on: 'resource',
  types: ['AWS::Config::ConfigurationRecorder'],
  severity: severities('M/H/H/H'),
  why: 'What is created and changed in the target region is neither recorded nor held to rules, and aggregators have nothing from there.',
  fix: 'Deploy recorder and delivery channel to the target by the StackSet of the other regions, record global types in one region only, and keep an aggregator outside the home region.',
  effect: 'No effect on RPO or RTO of the workload. What was changed in the target during the event cannot be told afterwards, and deviations from rules stay unseen.',
  remedy: deployTemplate,
  links: ['https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html'],
  examples: {
    gap: [{ home: recorder }],
    ready: [{ home: recorder, target: recorder }],
  },

  check: (resource, context) => setInTarget(resource, context, { what: 'the recorder of AWS Config' }),
});
