import { rule } from '../rule.ts';
import { claimed } from '../support/code-check.ts';
import { codeOptions } from '../support/code-options.ts';
import { listed } from '../support/list.ts';
import { quoted } from '../support/code-words.ts';
import { severities } from '../support/severities.ts';
import { gap, ready } from '../verdict.ts';

export const codeGlobalName = rule({
  id: 'code-global-name',
  title: 'Template gives a fixed name that is taken in all regions at once',
  on: 'code',
  severity: severities('H/H/H/H'),
  why: 'Names of buckets are taken once in the world, those of roles, policies and users once in the account: deploying the same template to the target region fails on them. Said by lint of templates that the configuration says are deployed to several regions (templates: with regions); audit judges the resources themselves instead.',
  fix: 'Leave the name to CloudFormation or Terraform, put the region into it, use the account-regional namespace for buckets, or move what is global into a template that is deployed once.',
  effect: 'No effect on RPO. Blocks the deployment of the template to the target: RTO grows by renaming and deploying again, and for data also by moving it to the new name.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html', 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html'],
  options: codeOptions,
  examples: {
    gap: [
      { name: 'bucket', yaml: `Resources:\n  Media:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-media`, hcl: `resource "aws_s3_bucket" "media" {\n  bucket = "shop-media"\n}` },
      { name: 'role beside regional resources', yaml: `Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: shop`, hcl: `resource "aws_iam_role" "shop" {\n  name = "shop"\n}` },
    ],
    ready: [
      { name: 'a name that is filled in', yaml: `Resources:\n  Media:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub "shop-\${AWS::Region}"` },
      { name: 'a template of global resources only', yaml: `Resources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: shop` },
      { name: 'the namespace of account and region', yaml: `Resources:\n  Media:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketNamespace: account-regional\n      BucketName: shop-media-an` },
      { name: 'no target named', targets: [], yaml: `Resources:\n  Media:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-media` },
    ],
  },

  /** Without a target nothing says that the template is deployed twice. */
  check: claimed('code-global-name', ({ text, name = '', siblings = [], language }, { targets, home }) => {
    const elsewhere = targets.filter((target) => !home.includes(target));
    if (elsewhere.length === 0) return undefined;
    if (siblings.some((beside) => /^bucket_?namespace=account-regional$/i.test(beside))) return ready('Its name is unique to account and region.');
    const whose = /bucket/i.test(name) ? 'in the world' : 'in the account';
    return gap(`${quoted(name)} is ${quoted(text)}, a name that is there once ${whose}: deploying the same template to ${listed(elsewhere)} fails on it.`, {
      targets: elsewhere,
      // A root of Terraform may be there for global resources alone, which a single file does not tell.
      ...(language === 'terraform' ? { atMost: 'medium' as const } : {}),
    });
  }),
});
