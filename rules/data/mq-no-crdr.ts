import { peers } from '../../graph/queries/peer.ts';
import { rule } from '../rule.ts';
import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const broker = (engine: string): string => yaml`
  Broker:
    Type: AWS::AmazonMQ::Broker
    Properties: { BrokerName: orders, EngineType: ${engine} }
`;

export const dataMqNoCrdr = rule({
  id: 'data-mq-no-crdr',
  title: 'Message broker is in the home region only',
  on: 'mq-broker',
  needs: ['engine'],
  severity: severities('M/H/C/C'),
  why: 'Queues and their messages exist in one region only, and clients have no broker to connect to in the target region.',
  fix: 'ActiveMQ: create a replica broker in the target region (cross-Region data replication is set when a broker is created and needs active/standby), and switch over or fail over by API. RabbitMQ: federate queues between brokers of both regions or publish to both, and declare the pair with the tag mr:counterpart.',
  effect: 'RPO is every message that is in the broker when home is lost. RTO grows by creating a broker in the target and giving every client its endpoint; with a replica broker it is a promotion.',
  links: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/crdr-for-active-mq.html'],
  examples: {
    gap: [{ home: broker('ACTIVEMQ') }],
    ready: [
      { home: yaml`
        Broker:
          Type: AWS::AmazonMQ::Broker
          Properties: { BrokerName: orders, EngineType: ACTIVEMQ, Tags: [{ Key: mr:counterpart, Value: 'arn:aws:mq:eu-west-1:111122223333:broker:orders-2:b-1' }] }
      `, target: yaml`
        Replica:
          Type: AWS::AmazonMQ::Broker
          Properties: { BrokerName: orders, EngineType: ACTIVEMQ, DataReplicationMode: CRDR, DataReplicationPrimaryBrokerArn: 'arn:aws:mq:us-east-1:111122223333:broker:orders:b-1' }
      ` },
    ],
    unknown: [{ name: 'brokers in both regions: templates cannot say what federates', home: broker('RABBITMQ'), target: broker('RABBITMQ') }],
  },

  check(broker, { intent: { target }, graph }) {
    const { name, attributes: { engine } } = broker;
    if (regionsOf(replicasOf(graph, broker)).includes(target)) return ready();
    const [peer] = peers(graph, broker, target);
    if (peer?.resource.kind === 'mq-broker' && peer.resource.attributes.replicationMode === 'CRDR') return ready(`${peer.resource.name} in ${target} replicates a broker, ${name} by its name.`);
    if (peer?.basis === 'declared') return ready(`${name} is declared to have the counterpart ${peer.resource.name} in ${target}.`);
    if (peer === undefined) return gap(`${name} has no counterpart in ${target}: nothing that was given declares one.`);
    if (engine === 'ACTIVEMQ') return gap(`${peer.resource.name} in ${target} is a broker of its own, to which nothing of ${name} is replicated.`);
    return unknown(`${peer.resource.name} exists in ${target}; whether it federates with ${name} nobody told us.`, { ask: 'The tag mr:counterpart where it does.' });
  },
});
