import { readFileSync } from 'node:fs';
import type { Asked } from './server.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: string;
}

/** Prefixes of IAM actions, where they are not what requests are signed by. */
const prefixes: Readonly<Record<string, string>> = { monitoring: 'cloudwatch', tagging: 'tag' };

/** Actions of S3 that are not called as their operations are. From AWS's service authorization reference. */
const s3Actions: Readonly<Record<string, string>> = {
  ListBuckets: 'ListAllMyBuckets', GetBucketReplication: 'GetReplicationConfiguration', GetBucketEncryption: 'GetEncryptionConfiguration', GetBucketLifecycleConfiguration: 'GetLifecycleConfiguration',
  GetBucketNotificationConfiguration: 'GetBucketNotification', GetBucketCors: 'GetBucketCORS', GetPublicAccessBlock: 'GetBucketPublicAccessBlock', GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
};

/** The action that AWS asks of the caller of an operation. */
export function actionOf({ service, operation }: Pick<Asked, 'service' | 'operation'>): string {
  if (service === 's3') return `s3:${s3Actions[operation] ?? operation}`;
  if (service === 'apigateway') return 'apigateway:GET';
  if (service === 'cassandra') return 'cassandra:Select';
  return `${prefixes[service] ?? service}:${operation}`;
}

/** What policy files together deny, with AWS's words; a small part of how AWS decides: actions, and resources of the two that name some. */
export function deniedBy(...files: readonly string[]): (asked: Asked) => string | undefined {
  const statements = files.flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as { readonly Statement: readonly Statement[] }).Statement);
  const allowed = new Map(statements.flatMap(({ Action, Resource }) => Action.map((action) => [action.toLowerCase(), Resource] as const)));
  return (asked) => {
    const action = actionOf(asked);
    // Everybody may ask who they are.
    if (action === 'sts:GetCallerIdentity') return undefined;
    const resource = allowed.get(action.toLowerCase());
    const named = action === 'sts:AssumeRole' ? [String(asked.input['RoleArn'])] : action === 'ssm:GetParameters' ? ((asked.input['Names'] ?? []) as readonly string[]).map((name) => `arn:aws:ssm:${asked.region}::parameter${name}`) : [];
    const matches = resource !== undefined && (resource === '*' || named.every((arn) => new RegExp(`^${resource.replaceAll('*', '.*')}$`).test(arn)));
    return matches ? undefined : `User: arn:aws:iam::${asked.account}:user/reader is not authorized to perform: ${action}`;
  };
}
