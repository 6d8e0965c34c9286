import type { Resource } from '../../model/resource.ts';
import { tagged } from '../../model/tag-table.ts';
import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import type { EstateView } from '../../graph/view.ts';
import { rule } from '../rule.ts';
import { placeOf } from '../support/places.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const consumer = (rest: string, table = ''): string => `${table}${yaml`
  Orders:
    Type: AWS::SQS::Queue
  Ship:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: ship, ${rest} }
  Source:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { EventSourceArn: !GetAtt Orders.Arn, FunctionName: !Ref Ship }
`}`;
const keys = (regions: string): string => `${yaml`
  Seen:
    Type: AWS::DynamoDB::GlobalTable
    Properties: { TableName: ship-idempotency, Replicas: [${regions}] }
`}\n`;
const usesKeys = 'Environment: { Variables: { SEEN: !Ref Seen } }';

export const messagingConsumerNotIdempotent = rule({
  id: 'messaging-consumer-not-idempotent',
  title: 'Consumer may repeat its effects after a failover',
  on: 'lambda-event-source-mapping',
  needs: ['function'],
  severity: severities('L/M/H/C'),
  why: 'Messages that were delivered but not acknowledged when the region was lost come again, in one region or both. Without a memory of what was done they are shipped, charged or mailed twice.',
  fix: 'Key each effect by an id of the business, remember it by a conditional write before the effect, keep that table in both regions (strongly consistent where twice is not acceptable) and longer than any replay, and tag the function mr:idempotent=true.',
  effect: 'No effect on RTO. Messages that were not acknowledged come again after the failover, and their effects happen twice; where producers send again to reach RPO, so do all of those.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-2.html'],
  examples: {
    gap: [
      { name: 'keys that the target does not have', home: consumer(usesKeys, keys('{ Region: us-east-1 }')) },
      { name: 'known not to be', home: consumer("Tags: [{ Key: mr:idempotent, Value: 'false' }]") },
    ],
    ready: [
      { name: 'keys in both regions', home: consumer(usesKeys, keys('{ Region: us-east-1 }, { Region: eu-west-1 }')) },
      { name: 'told by a tag', home: consumer("Tags: [{ Key: mr:idempotent, Value: 'true' }]") },
    ],
    unknown: [{ home: consumer('Runtime: nodejs22.x') }],
  },

  check(mapping, { intent: { target }, graph }) {
    const consumer = placeOf(graph, mapping.attributes.function, { from: mapping, type: 'AWS::Lambda::Function' });
    const told = consumer.resource && tagged(consumer.resource, 'mr:idempotent');
    if (told === 'true') return ready(`${consumer.name} is tagged as idempotent.`);
    if (told === 'false') return gap(`${consumer.name} is tagged as not idempotent, and its source delivers messages again after a failover.`);
    const table = consumer.resource === undefined ? undefined : keyTable(graph, consumer.resource);
    if (table === undefined) {
      return unknown(`Whether ${consumer.name} can take a message twice nobody told us.`, { ask: 'Whether its effects are keyed; say so by the tag mr:idempotent on the function. A table with idempotency in its name is recognised.' });
    }
    const regions = [...(table.kind === 'dynamodb-table' ? (table.attributes.replicaRegions ?? []) : []), ...regionsOf(replicasOf(graph, table))];
    return regions.includes(target) ? ready(`${consumer.name} remembers what it has done in ${table.name}, which ${target} has too.`) : gap(`${consumer.name} remembers what it has done in ${table.name}, which has no replica in ${target}: there everything is new.`);
  },
});

/** A table for idempotency keys, by its name: that of Powertools and of most who write their own. */
function keyTable(view: EstateView, consumer: Resource): Resource | undefined {
  return view.out(consumer.id).flatMap(({ to }) => view.resource(to) ?? []).find(({ kind, name }) => kind === 'dynamodb-table' && /idempoten/i.test(name));
}
