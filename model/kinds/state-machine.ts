import { z } from 'zod';
import type { EdgeType } from '../edge.ts';
import { kind, type AttributeReference } from '../kind.ts';
import { edges, inbound, usesKeys, usesRoles } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { document, filled, setOf } from '../reading.ts';
import { callsOf } from '../state-language.ts';

const task = z.object({
  resource: z.string().describe('Resource of the task: an integration ARN, or the ARN or symbol of a function or activity'),
  names: z.array(z.string()).describe('Parameters that name a resource, as Name=value, sorted'),
});

export const stateMachine = kind({
  id: 'state-machine',
  title: 'Step Functions state machine',
  traits: ['compute'],
  names: { cloudformation: 'AWS::StepFunctions::StateMachine', also: ['AWS::Serverless::StateMachine'], terraform: ['aws_sfn_state_machine'] },
  arn: 'arn:{partition}:states:{region}:{account}:stateMachine:{name}',
  name: { cloudformation: 'StateMachineName', terraform: 'name' },
  attributes: z.object({
    type: z.string().describe('STANDARD or EXPRESS; executions of STANDARD run for up to a year'),
    tasks: z.array(task).describe('Tasks of its definition, with the resources that their parameters name'),
    definitionBucket: z.string().describe('Bucket that its definition is taken from'),
    role: z.string().describe('Execution role'),
    kmsKey: z.string().describe('Encryption key: ARN, id, alias or symbol'),
    logGroups: z.array(z.string()).describe('Log groups that executions are logged to'),
  }),
  read: {
    cloudformation: (from, { type }) =>
      type === 'AWS::Serverless::StateMachine'
        ? {
            type: from.text('Type', 'STANDARD'),
            tasks: tasksIn(from, 'Definition'),
            definitionBucket: from.text('DefinitionUri.Bucket'),
            role: filled(from.text('Role')),
            logGroups: setOf(from.texts('Logging.Destinations[].CloudWatchLogsLogGroup.LogGroupArn', [])),
          }
        : {
            type: from.text('StateMachineType', 'STANDARD'),
            tasks: from.has('DefinitionString') === false ? tasksIn(from, 'Definition') : tasksIn(from, 'DefinitionString'),
            definitionBucket: from.text('DefinitionS3Location.Bucket'),
            role: from.text('RoleArn'),
            kmsKey: filled(from.text('EncryptionConfiguration.KmsKeyId')),
            logGroups: setOf(from.texts('LoggingConfiguration.Destinations[].CloudWatchLogsLogGroup.LogGroupArn', [])),
          },
    terraform: (from) => ({
      type: filled(from.text('type', 'STANDARD')),
      tasks: tasksIn(from, 'definition'),
      role: from.text('role_arn'),
      kmsKey: filled(from.text('encryption_configuration.kms_key_id')),
      logGroups: setOf(from.texts('logging_configuration.log_destination', [])),
    }),
    describe: (from) => ({
      type: from.text('type', 'STANDARD'),
      tasks: tasksIn(from, 'definition'),
      role: from.text('roleArn'),
      kmsKey: filled(from.text('encryptionConfiguration.kmsKeyId')),
      logGroups: setOf(from.texts('loggingConfiguration.destinations[].cloudWatchLogsLogGroup.logGroupArn', [])),
    }),
  },
  references: ({ tasks = [], definitionBucket, role, kmsKey, logGroups }) => [
    ...tasks.flatMap(called),
    ...inbound('deploys', definitionBucket, 'AWS::S3::Bucket'),
    ...usesRoles(role),
    ...usesKeys(kmsKey),
    ...edges('writes', logGroups?.map((group) => group.replace(/:\*$/, '')), 'AWS::Logs::LogGroup'),
  ],
});

function tasksIn(from: Properties, path: string): z.infer<typeof task>[] | undefined {
  const definition = document(from, path)?.json('States');
  if (definition === undefined) return undefined;
  const tasks = callsOf({ States: definition }).map(({ resource, parameters }) => ({ resource, names: setOf(Object.entries(parameters).map((pair) => pair.join('='))) ?? [] }));
  return [...new Map(tasks.map((each) => [JSON.stringify(each), each])).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** What a parameter of a service integration names, and what the task does with it unless its action says that it only reads. */
const named: ReadonlyMap<string, readonly [edge: EdgeType, target: string]> = new Map([
  ['FunctionName', ['calls', 'AWS::Lambda::Function']],
  ['TableName', ['writes', 'AWS::DynamoDB::Table']],
  ['QueueUrl', ['writes', 'AWS::SQS::Queue']],
  ['TopicArn', ['triggers', 'AWS::SNS::Topic']],
  ['StateMachineArn', ['triggers', 'AWS::StepFunctions::StateMachine']],
  ['TaskDefinition', ['triggers', 'AWS::ECS::TaskDefinition']],
  ['Cluster', ['refers', 'AWS::ECS::Cluster']],
  ['JobQueue', ['writes', 'AWS::Batch::JobQueue']],
  ['JobDefinition', ['refers', 'AWS::Batch::JobDefinition']],
  ['EventBusName', ['triggers', 'AWS::Events::EventBus']],
  ['Bucket', ['writes', 'AWS::S3::Bucket']],
  ['SecretId', ['uses-secret', 'AWS::SecretsManager::Secret']],
]);

function called({ resource, names }: z.infer<typeof task>): AttributeReference[] {
  if (!/^arn:[^:]*:states:/.test(resource) || /:activity:/.test(resource)) return edges('calls', resource, 'AWS::Lambda::Function');
  const onlyReads = /:(?:get|list|query|scan|describe|batchGet|head)[A-Z]?\w*(?:\.\w+)?$/i.test(resource);
  return names.flatMap((name) => {
    const at = name.indexOf('=');
    const known = named.get(name.slice(0, at));
    if (known === undefined) return [];
    const [edge, target] = known;
    return edges(edge === 'writes' && onlyReads ? 'reads' : edge, name.slice(at + 1), target);
  });
}
