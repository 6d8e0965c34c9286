import { ssmParameter } from '../remedies/ssm-parameter.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt } from '../verdict.ts';

const parameter = (name: string): string => yaml`
  Setting:
    Type: AWS::SSM::Parameter
    Properties: { Type: String, Name: ${name}, Value: '42' }
`;

export const configSsmParamMissing = rule({
  id: 'config-ssm-param-missing',
  title: 'SSM parameter does not exist in the target region',
  on: 'ssm-parameter',
  needs: [],
  severity: severities('H/C/C/C'),
  why: 'Parameter Store replicates nothing: code that reads the parameter in the target region finds none.',
  fix: 'Write the parameter in every region from the same pipeline and never read it across regions while serving requests. A SecureString needs a key of its region.',
  effect: 'No effect on RPO of data. What reads the parameter stops at its start in the target: RTO grows by finding each value and writing it there.',
  remedy: ssmParameter,
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-3.html'],
  examples: {
    gap: [{ home: parameter('/shop/limit') }],
    ready: [
      { name: 'the same template in both regions', home: parameter('/shop/limit'), target: parameter('/shop/limit') },
      { name: 'a path that names its region', home: parameter('/shop/us-east-1/limit'), target: yaml`
        Limit:
          Type: AWS::SSM::Parameter
          Properties: { Type: String, Name: /shop/eu-west-1/limit, Value: '7' }
      ` },
    ],
    exempt: [{ name: 'written by the AWS CDK’s bootstrap', home: parameter('/cdk-bootstrap/hnb659fds/version') }],
  },

  check(parameter, context) {
    const { name } = parameter;
    if (name.startsWith('/cdk-bootstrap/')) return exempt(`${name} is written when the AWS CDK is bootstrapped in a region.`);
    return hasCounterpart(parameter, context);
  },
});
