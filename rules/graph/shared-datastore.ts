import { sharedData } from '../../graph/queries/shared-resources.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { isInScope } from '../subjects.ts';
import { listed } from '../support/list.ts';
import { servicesOf } from '../support/services-of.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const service = (name: string, actions: string): string => yaml`
  ${name}:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: ${name.toLowerCase()}, Role: !GetAtt ${name}Role.Arn, Tags: [{ Key: service, Value: ${name.toLowerCase()} }], Environment: { Variables: { TABLE: !Ref Customers } } }
  ${name}Role:
    Type: AWS::IAM::Role
    Properties:
      Tags: [{ Key: service, Value: ${name.toLowerCase()} }]
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }] }
      Policies: [{ PolicyName: data, PolicyDocument: { Statement: [{ Effect: Allow, Action: [${actions}], Resource: !GetAtt Customers.Arn }] } }]
`;
const table = yaml`
  Customers:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: customers, Tags: [{ Key: service, Value: shop }] }
`;

export const graphSharedDatastore = rule({
  id: 'graph-shared-datastore',
  title: 'Several services write to one store',
  on: 'estate',
  severity: severities('L/M/H/H'),
  why: 'None of them can fail over or move alone: the store has its writers in one place, and whoever stays behind writes across regions.',
  fix: 'Move and fail over the services as one group, or give the store one owner that the others ask (an API, an outbox, change data capture) before anything moves.',
  effect: 'RTO of each service is that of the slowest one that writes to the store; whoever stays behind writes across regions, and RPO of the store is that of all of them.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-3.html'],
  examples: {
    gap: [{ home: `${table}\n${service('Shop', "'dynamodb:PutItem'")}\n${service('Billing', "'dynamodb:UpdateItem'")}` }],
    ready: [{ name: 'the other one only reads', home: `${table}\n${service('Shop', "'dynamodb:PutItem'")}\n${service('Billing', "'dynamodb:GetItem'")}` }],
  },

  /** Only of stores that more than one service uses. */
  *check(view, context): Iterable<EstateSubject> {
    for (const { id, users } of sharedData(view, servicesOf(context))) {
      const store = view.resource(id);
      if (store === undefined || !isInScope(store, context.intent)) continue;
      const writers = users.filter(({ writes }) => writes > 0);
      const readers = users.filter(({ reads, writes }) => reads > 0 && writes === 0);
      const untold = users.filter(({ reads, writes }) => reads + writes === 0);
      const evidence = users.map(({ service, reads, writes }) => ({ what: service, value: `${reads} reads, ${writes} writes` }));
      const names = (of: typeof users): string => listed(of.map((user) => user.service));
      const subject = { subject: id, title: store.name, resources: [id] };
      if (writers.length > 1) yield { ...subject, verdict: gap(`${store.name} is written by ${names(writers)}, so they can only move together.`, { evidence }) };
      else if (writers.length + readers.length < 2) continue;
      else if (untold.length > 0) yield { ...subject, verdict: unknown(`${store.name} is used by ${names(users)}; whether ${names(untold)} write to it nobody told us.`, { evidence }) };
      else yield { ...subject, verdict: ready(`${store.name} is written by ${names(writers)} only and read by ${names(readers)}.`, { evidence }) };
    }
  },
});
