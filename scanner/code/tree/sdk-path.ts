import { serviceOfNamespace, serviceOfSdkName } from '../sdk-service.ts';

type Naming = 'client' | 'construct';

/** Packages of SDKs and of infrastructure libraries, in full names with dots; the group is the name of the service. */
const packages: readonly (readonly [RegExp, Naming])[] = [
  [/^(?:software\.amazon\.awssdk|com\.amazonaws|aws\.sdk\.kotlin)\.services\.(\w+)/, 'client'],
  [/^software\.amazon\.awscdk\.(?:core\.)?services\.(\w+)/, 'construct'],
  [/^github\.com\/aws\/aws-sdk-go(?:-v2)?\/(?:service|feature)\/(\w+)/, 'client'],
  [/^github\.com\/aws\/aws-cdk-go\/awscdk\/(?:v\d+\/)?aws(\w+)/, 'construct'],
  [/^Amazon\.CDK\.AWS\.(\w+)/, 'construct'],
  [/^Amazon\.(\w+)(?:\.|$)/, 'client'],
  [/^Aws\.(?!config\b)(\w+)(?:\.|$)/, 'client'],
  [/^aws_sdk_(\w+)/, 'client'],
  [/^aws_config\.(\w+)\.Client/, 'client'],
  [/^rusoto_(?!core|credential)(\w+)/, 'client'],
  [/^(?:aws_cdk|core)\.(?:core\.)?aws_(\w+)/, 'construct'],
  [/^boto\.(\w+)\./, 'client'],
  [/^pulumi_aws\.(\w+)\./, 'construct'],
  [/^com\.pulumi\.aws\.(\w+)\./, 'construct'],
  [/^Pulumi\.Aws\.(\w+)\./i, 'construct'],
  [/^github\.com\/pulumi\/pulumi-aws\/sdk\/(?:v\d+\/)?go\/aws\/(\w+)/, 'construct'],
  [/^com\.amazonaws\.(?:cdk\.)?(\w+)\.(?:Amazon|AWS)/, 'client'],
  [/^[A-Z][a-z]+-([A-Z][A-Z0-9]{1,4})(?=[A-Z][a-z])/, 'client'],
  [/^aws\.(?!config(?:\.|$))([a-z][a-z0-9-]+)(?:\.|$)/, 'client'],
];

/** Programs of the command line that are named otherwise than the service. */
const commands: Readonly<Record<string, string>> = { s3api: 's3', s3control: 's3', deploy: 'codedeploy', configservice: 'config', 'lex-models': 'lex' };
/** Calls that are told the service by its name. */
const served = /(?:^|\.)(?:client|resource|create_client|service|low_level_client)$/;

/** Endpoint prefix of the service that a call of such a name is told: boto3.client("s3"), session.resource("ec2"). */
export function serviceOfArgument(called: string, argument: string | undefined): string | undefined {
  return argument !== undefined && served.test(called) ? serviceOfSdkName(argument) : undefined;
}

/** Endpoint prefix of the service that a full name belongs to: software.amazon.awssdk.services.s3.S3Client. */
export function serviceOfPath(path: string): string | undefined {
  if (path === '' || path.length > 300) return undefined;
  for (const [pattern, naming] of packages) {
    const name = pattern.exec(path)?.[1];
    if (name === undefined) continue;
    const known = Object.hasOwn(commands, name) ? (commands[name] ?? name) : name;
    const service = naming === 'client' ? serviceOfSdkName(known) : serviceOfNamespace(known);
    if (service !== undefined) return service;
  }
  return ofClass(path);
}

/** A class that nothing in the file brings in: a snippet, a namespace that is used as a whole. Only what can mean nothing else counts. */
function ofClass(path: string): string | undefined {
  if (/[/]/.test(path)) return undefined;
  const name = path.split('.').find((part) => /^(?:I?Amazon|AWS)?[A-Z]\w*?(?:Async)?(?:Client(?:Builder)?|Config)$/.test(part));
  if (name === undefined || /^(?:Aws|Amazon|Http|Client)?Config$/i.test(name)) return undefined;
  return serviceOfSdkName(name.replace(/^I(?=Amazon)/, '').replace(/Config$/, 'Client'));
}
