import type { EdgeType } from '../../model/edge.ts';
import type { Reference, ResourceFact } from '../../model/fact.ts';
import { random, type Random } from '../../test/support/random.ts';

export interface EstateFacts {
  readonly facts: readonly ResourceFact[];
  readonly services: number;
}

interface Drawn {
  readonly resourceType: string;
  readonly kind: string;
  /** Service and kind part of its ARN. */
  readonly arn: readonly [service: string, prefix: string];
}

const table: Drawn = { resourceType: 'AWS::DynamoDB::Table', kind: 'dynamodb-table', arn: ['dynamodb', 'table/'] };
const types: readonly Drawn[] = [
  { resourceType: 'AWS::Lambda::Function', kind: 'lambda-function', arn: ['lambda', 'function:'] },
  { resourceType: 'AWS::SQS::Queue', kind: 'sqs-queue', arn: ['sqs', ''] },
  { resourceType: 'AWS::SNS::Topic', kind: 'sns-topic', arn: ['sns', ''] },
  table,
];
const kindsOfEdge = ['reads', 'writes', 'calls', 'triggers', 'uses-key'] as const satisfies readonly EdgeType[];
const regions = ['eu-west-1', 'eu-central-1'];
const perService = 60;

/**
 * Facts of an estate: about 60 resources a service, three references each. Of a hundred, 65 stay in the service, 25 go to a few shared
 * things that everybody uses, 10 anywhere. The same size gives the same facts.
 */
export function estateFacts(resources: number): EstateFacts {
  const chance = random(7);
  const services = Math.ceil(resources / perService);
  const arns = Array.from({ length: resources }, (_, index) => arnOf(index, services));
  const facts = arns.map((arn, index) => factOf(index, arn, { services, references: referencesOf(index, { arns, services, chance }) }));
  return { facts, services };
}

const serviceOf = (index: number, services: number): number => index % services;
const typeOf = (index: number): Drawn => types[Math.floor(index / 7) % types.length] ?? table;
const regionAt = (index: number, services: number): string => regions[serviceOf(index, services) % 10 === 0 ? 1 : 0] ?? '';
const nameOf = (index: number, services: number): string => `service-${serviceOf(index, services)}-${typeOf(index).kind}-${index}`;

function arnOf(index: number, services: number): string {
  const [service, prefix] = typeOf(index).arn;
  return `arn:aws:${service}:${regionAt(index, services)}:111122223333:${prefix}${nameOf(index, services)}`;
}

function referencesOf(index: number, { arns, services, chance }: { readonly arns: readonly string[]; readonly services: number; readonly chance: Random }): Reference[] {
  const hubs = Math.max(1, Math.floor(arns.length / 2000));
  return [0, 1, 2].map((at) => {
    const roll = chance.below(100);
    const near = serviceOf(index, services) + services * chance.below(perService);
    const to = roll < 65 ? near % arns.length : roll < 90 ? chance.below(hubs) : chance.below(arns.length);
    return { path: `Environment.Variables.USES_${at}`, to: arns[to] ?? '', edge: chance.pick(kindsOfEdge) };
  });
}

function factOf(index: number, arn: string, { services, references }: { readonly services: number; readonly references: readonly Reference[] }): ResourceFact {
  const { resourceType, kind } = typeOf(index);
  const name = nameOf(index, services);
  const stack = `service-${serviceOf(index, services)}`;
  return {
    type: 'resource', id: arn, resourceType, kind, name, partition: 'aws', account: '111122223333', region: regionAt(index, services), arn,
    identities: [name], attributes: {}, references: [...references], tags: { team: `team-${serviceOf(index, services) % 40}` }, stack,
    source: { scanner: 'cloudformation', file: `templates/${stack}/template.yaml`, line: 1 + (index % 900), path: `Resources.R${index}` },
  };
}
