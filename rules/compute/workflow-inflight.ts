import { copiesOf } from '../../graph/queries/copies.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { tagged } from '../../model/tag-table.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const flow = (rest: string): string => yaml`
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties: { StateMachineName: orders, StateMachineType: STANDARD, ${rest} }
`;
const saving = "Definition: { StartAt: Save, States: { Save: { Type: Task, Resource: 'arn:aws:states:::dynamodb:putItem', Parameters: { TableName: !Ref Orders }, End: true } } }";
const table = (type: string, rest: string): string => yaml`
  Orders:
    Type: AWS::DynamoDB::${type}
    Properties: { ${rest} }
`;

export const computeWorkflowInflight = rule({
  id: 'compute-workflow-inflight',
  title: 'Work in flight cannot be taken up again in the target region',
  on: 'resource',
  severity: severities('I/M/H/H'),
  why: 'Executions, job queues and DAG histories live in their region: what runs when it is lost is neither finished nor started again unless its progress is written where the target region can read it.',
  fix: 'Write a checkpoint of each business step to a replicated table, make steps safe to repeat, and restart unfinished work from the checkpoints. Drain before a planned switch. Tag it mr:restart with how it is taken up again.',
  effect: 'RPO of work in flight is everything since its start: executions of the home region are not seen in the target. RTO grows by finding out which they were and starting them anew.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-2.html', 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html'],
  examples: {
    gap: [
      { name: 'no store at all', home: flow('Definition: { StartAt: Done, States: { Done: { Type: Pass, End: true } } }') },
      { name: 'a table of the home region only', home: `${flow(saving)}\n${table('Table', 'TableName: orders')}` },
      { name: 'a queue of jobs', home: yaml`
        Jobs:
          Type: AWS::Batch::JobQueue
      ` },
    ],
    ready: [{ name: 'said how', home: flow("Tags: [{ Key: 'mr:restart', Value: 'from the table of checkpoints' }]") }],
    unknown: [{ name: 'it writes to a table that is in both regions', home: `${flow(saving)}\n${table('GlobalTable', 'TableName: orders, Replicas: [{ Region: us-east-1 }, { Region: eu-west-1 }]')}` }],
  },

  check(resource, { intent: { target }, graph }) {
    const what = inFlight(resource);
    if (what === undefined) return undefined;
    const how = tagged(resource, 'mr:restart');
    if (how !== undefined && how !== '') return ready(`It is tagged mr:restart: ${how}`);
    const stores = writtenBy(graph, resource).filter((store) => copiesOf(graph, store).some(({ region }) => region === target));
    if (stores.length === 0) return gap(`${resource.name} keeps ${what} in its region, and writes to no store that has a copy in ${target}.`);
    return unknown(`${resource.name} keeps ${what} in its region. It writes to ${listed(stores.map(({ name }) => name))}, which ${target} has a copy of; whether unfinished work can be restarted from there nobody told us.`, { ask: 'The tag mr:restart on it, with how unfinished work is taken up again.' });
  },
});

/** What of the resource's progress lives in its region; undefined for work that is over in minutes or has no history. */
function inFlight(resource: Resource): string | undefined {
  if (resource.kind === 'state-machine') return resource.attributes.type === 'STANDARD' ? 'executions that may run for up to a year' : undefined;
  if (resource.kind === 'lambda-function') return resource.attributes.durable === true ? 'durable executions' : undefined;
  return kept.get(resource.resourceType);
}

const kept: ReadonlyMap<string, string> = new Map([
  ['AWS::Batch::JobQueue', 'jobs that wait and run'],
  ['AWS::MWAA::Environment', 'the history of its DAGs'],
  ['AWS::EMR::Cluster', 'the steps that it runs'],
  ['AWS::SWF::Domain', 'workflow executions'],
]);

/** Stores that it writes to, itself or by what it calls. */
function writtenBy(graph: EstateView, { id }: Resource): Resource[] {
  const callers = [id, ...graph.out(id, 'calls', 'triggers').map(({ to }) => to)];
  return [...new Set(callers.flatMap((each) => graph.out(each, 'writes').map(({ to }) => to)))].flatMap((to) => graph.resource(to) ?? []);
}
