import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule } from '../rule.ts';
import { setInTarget } from '../support/regional-setting.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const setting = yaml`
  ApiLogs:
    Type: AWS::ApiGateway::Account
    Properties: { CloudWatchRoleArn: 'arn:aws:iam::111122223333:role/api-logs' }
`;

/** Settings of an account that hold for one region each, by CloudFormation or Terraform type. */
const settings: ReadonlyMap<string, string> = new Map([
  ['AWS::ApiGateway::Account', 'the role that API Gateway logs with'],
  ['AWS::EC2::SnapshotBlockPublicAccess', 'the block on public snapshots'],
  ['AWS::EC2::VPCBlockPublicAccessOptions', 'the block on public access to VPCs'],
  ['AWS::Logs::AccountPolicy', 'the account policy of CloudWatch Logs'],
  ['AWS::Logs::ResourcePolicy', 'what may write to CloudWatch Logs'],
  ['AWS::SSM::ResourceDataSync', 'the synchronisation of Systems Manager data'],
  ['AWS::XRay::ResourcePolicy', 'what may send traces to X-Ray'],
  ['aws_ebs_encryption_by_default', 'encryption of new volumes'],
  ['aws_ebs_default_kms_key', 'the key of new volumes'],
  ['aws_ebs_snapshot_block_public_access', 'the block on public snapshots'],
  ['aws_ec2_image_block_public_access', 'the block on public images'],
  ['aws_ec2_instance_metadata_defaults', 'the defaults of instance metadata'],
  ['aws_ecs_account_setting_default', 'account settings of ECS'],
  ['aws_ssm_service_setting', 'service settings of Systems Manager'],
  ['aws_api_gateway_account', 'the role that API Gateway logs with'],
]);

export const regionSlrMissing = rule({
  id: 'region-slr-missing',
  title: 'Setting of the account is made in the home region only',
  on: 'resource',
  types: [...settings.keys()],
  severity: severities('L/M/M/M'),
  why: 'Some settings hold for an account in one region. In a region that was never used they are at their defaults: volumes are not encrypted, logs are refused, public access is not blocked.',
  fix: 'Roll the settings out to both regions as one baseline, by StackSet or module. Service-linked roles are global and come with the first use; create them beforehand where recovery must not wait for IAM.',
  effect: 'No effect on RPO. RTO is mostly not touched; what depends on the setting starts at defaults, unencrypted or public, or fails until it is set.',
  remedy: deployTemplate,
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html', 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html'],
  examples: {
    gap: [{ home: setting }],
    ready: [{ home: setting, target: setting }],
  },

  check(resource, context) {
    const what = settings.get(resource.resourceType);
    return what === undefined ? undefined : setInTarget(resource, context, { what });
  },
});
