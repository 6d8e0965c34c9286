import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

/** An application stands for its environments and profiles, which are declared with it. */
const application = yaml`
  Flags:
    Type: AWS::AppConfig::Application
    Properties: { Name: flags }
`;

export const configAppconfigSingleRegion = rule({
  id: 'config-appconfig-single-region',
  title: 'AppConfig application does not exist in the target region',
  on: 'resource',
  types: ['AWS::AppConfig::Application'],
  severity: severities('M/H/H/H'),
  why: 'AppConfig replicates nothing: flags and dynamic configuration are missing in the target region, or keep their defaults.',
  fix: 'Declare application, environments and profiles in both regions, and deploy configurations one region after the other so that a bad flag never reaches both.',
  effect: 'No effect on RPO. What reads its flags at the start runs with defaults or not at all in the target: RTO grows by creating application, environments and profiles and deploying the configuration.',
  remedy: deployTemplate,
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-4.html'],
  examples: {
    gap: [{ home: application }],
    ready: [{ home: application, target: application }],
  },

  check(resource, context) {
    return hasCounterpart(resource, context);
  },
});
