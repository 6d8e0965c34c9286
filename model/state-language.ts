import type { Json } from './json.ts';

/** What an Amazon States Language definition calls. */
export interface Call {
  /** Resource of the task: arn:aws:states:::dynamodb:putItem, or the ARN of a function or activity. */
  readonly resource: string;
  /** Parameters (Arguments in JSONata) that name a resource, by name: TableName, QueueUrl. */
  readonly parameters: Readonly<Record<string, string>>;
}

const naming = new Set([
  'FunctionName', 'TableName', 'QueueUrl', 'TopicArn', 'StateMachineArn', 'TaskDefinition', 'Cluster', 'JobQueue', 'JobDefinition', 'EventBusName', 'Bucket', 'SecretId',
]);

/** States that are looked at; the service takes definitions of 1 MB. */
const stateLimit = 100_000;

/** The tasks of a definition, those of parallel branches and maps included, in no particular order. */
export function callsOf(definition: Json): Call[] {
  const calls: Call[] = [];
  const machines: Json[] = [definition];
  for (let seen = 0; machines.length > 0 && seen < stateLimit; ) {
    for (const state of Object.values(object(object(machines.pop())['States']))) {
      seen++;
      const { Type, Resource, Parameters, Arguments, Branches, Iterator, ItemProcessor } = object(state);
      if (Type === 'Task' && typeof Resource === 'string') calls.push({ resource: Resource, parameters: namesIn(Parameters ?? Arguments) });
      for (const inner of [Iterator, ItemProcessor, ...(Array.isArray(Branches) ? (Branches as Json[]) : [])]) if (inner !== undefined) machines.push(inner);
    }
  }
  return calls;
}

/** Batches of events name their bus in each entry; the first one stands for all. */
function namesIn(parameters: Json | undefined): Record<string, string> {
  const { Entries } = object(parameters);
  const members = [...Object.entries(object(parameters)), ...(Array.isArray(Entries) ? Object.entries(object(Entries[0] as Json)) : [])];
  return Object.fromEntries(members.filter((member): member is [string, string] => naming.has(member[0]) && typeof member[1] === 'string'));
}

function object(value: Json | undefined): { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { readonly [key: string]: Json }) : {};
}
