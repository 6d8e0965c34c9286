import { memberOf } from '../sections.ts';
import { add, defined, without } from './builder.ts';
import type { EventSource } from './event-source.ts';

/** Properties that name the source, one for each type of event; the others are the mapping's own. */
const sourceNames = ['Queue', 'Stream', 'Broker', 'Cluster'] as const;
const own = new Set<string>([...sourceNames, 'KafkaBootstrapServers', 'SecretsManagerKmsKeyId']);

/** Queues, streams and brokers that Lambda polls. */
export const pulled: EventSource = ({ id, properties, target }, builder) => {
  const servers = memberOf(properties, 'KafkaBootstrapServers');
  const isBroker = memberOf(properties, 'Broker') !== undefined;
  const source = sourceNames.filter((name) => name !== 'Queue' || !isBroker).map((name) => memberOf(properties, name)).find((value) => value !== undefined);
  add(builder, target.owner, {
    id,
    type: 'AWS::Lambda::EventSourceMapping',
    properties: defined({
      ...without(properties, own),
      FunctionName: target.name,
      EventSourceArn: source,
      ...(servers === undefined ? {} : { SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: servers } } }),
    }),
  });
};
