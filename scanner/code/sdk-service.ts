import table from '../../model/data/service-map.json' with { type: 'json' };

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Names that SDKs had for a service once, or have for a part of it. */
const otherNames: Readonly<Record<string, string>> = {
  cognitoidentityserviceprovider: 'cognito-idp', cloudwatchevents: 'events', cloudwatchlog: 'logs', dynamodbdocument: 'dynamodb', documentclient: 'dynamodb',
  dynamodbdocumentclient: 'dynamodb', elasticloadbalancingv2: 'elasticloadbalancing', iotdata: 'data-ats.iot', simpleemail: 'email', simpleemailservice: 'email',
  securitytokenservice: 'sts', simplenotificationservice: 'sns', simplequeueservice: 'sqs', simplesystemsmanagement: 'ssm', identitymanagement: 'iam',
  certificatemanager: 'acm', elasticcontainerservice: 'ecs', elastickubernetesservice: 'eks', awslambda: 'lambda', kinesisfirehose: 'firehose',
};

const byLetters = new Map<string, string>();
const byCode = new Map<string, string>();
const namespaces = new Map<string, string>();
for (const [name, row] of Object.entries(table.clients)) {
  const [serviceId, prefix, , code] = row;
  if (prefix === undefined || prefix === null) continue;
  byLetters.set(lettersOf(name), prefix);
  if (serviceId && !byLetters.has(lettersOf(serviceId))) byLetters.set(lettersOf(serviceId), prefix);
  if (code && !byCode.has(code)) byCode.set(code, prefix);
}
for (const [name, prefix] of Object.entries(otherNames)) byLetters.set(name, prefix);
for (const [namespace, code] of Object.entries(table.namespaces)) {
  const prefix = code === null ? undefined : (byLetters.get(lettersOf(code)) ?? byCode.get(code));
  if (prefix !== undefined) namespaces.set(lettersOf(namespace), prefix);
}

/**
 * Endpoint prefix of a service by any name that an SDK gives it: s3, S3Client, CloudWatchLogs, cloudwatch-logs, cognito-idp, AmazonS3Client,
 * DynamoDbAsyncClient. Undefined for names of no service.
 */
export function serviceOfSdkName(name: string): string | undefined {
  if (name.length > 80) return undefined;
  const letters = lettersOf(name);
  const bare = letters.replace(/^(?:amazon|aws)(?=.)/, '').replace(/(?<=.)(?:async)?client(?:builder)?$/, '');
  return byLetters.get(letters) ?? byLetters.get(bare);
}

/** Endpoint prefix of a service by the name of its CloudFormation namespace or CDK module: CertificateManager, aws-certificatemanager. */
export function serviceOfNamespace(name: string): string | undefined {
  const letters = lettersOf(name.replace(/^aws[-_]/i, ''));
  return byLetters.get(letters) ?? namespaces.get(letters);
}
