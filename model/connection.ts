import { cfnType } from './cfn-type.ts';
import { connectionTable } from './connection-table.ts';
import type { EdgeType } from './edge.ts';
import { inventoryConnections } from './inventory-connections.ts';

/** What a property means for the graph. An end is the spelling of a property path, or undefined for the resource itself. */
export interface Connection {
  readonly from?: string;
  readonly edge: EdgeType;
  readonly to?: string;
}

/** One spelling for the paths of all sources: VpcConfig.SubnetIds[], vpc_config[].subnet_ids[] → vpcconfig.subnetid. */
export function spelling(path: string): string {
  return path
    .replaceAll('[]', '')
    .toLowerCase()
    .split('.')
    .map((segment) => segment.replaceAll('_', '').replace(/s$/, ''))
    .join('.');
}

type Connections = ReadonlyMap<string, readonly Connection[]>;

const memo = new Map<string, Connections>();

/** Connections of a CloudFormation or Terraform type by the spelling of each property path that has a part in one. */
export function connectionsOf(type: string): Connections {
  const known = memo.get(type);
  if (known !== undefined) return known;
  const found = new Map<string, Connection[]>();
  const add = (path: string | undefined, connection: Connection): void => {
    if (path === undefined) return;
    const all = found.get(path) ?? [];
    if (!all.some(({ from, edge, to }) => from === connection.from && edge === connection.edge && to === connection.to)) found.set(path, [...all, connection]);
  };
  for (const sentence of sentencesOf(type)) {
    const [from = '', edge = '', to = ''] = sentence.split(' ');
    const connection = { ...end('from', from), edge: edge as EdgeType, ...end('to', to) };
    add(connection.from ?? connection.to, connection);
  }
  const told = new Set(found.keys());
  const related = Map.groupBy(cfnType(type)?.relations ?? [], ([path]) => spelling(path));
  for (const [path, relations] of related) {
    if (told.has(path) || isDocument(path)) continue;
    const all = relations.map(([written, target]) => usual({ type, path: written, target }));
    const [meant, ...others] = all;
    // A property that takes a topic or a queue says by itself neither "triggers" nor "writes".
    if (meant !== undefined && others.every((other) => other?.edge === meant.edge && other.from === meant.from)) add(path, meant);
  }
  memo.set(type, found);
  return found;
}

function sentencesOf(type: string): readonly string[] {
  const table = type.startsWith('Custom::') ? 'AWS::CloudFormation::CustomResource' : type;
  return [connectionTable, inventoryConnections].flatMap((each) => (Object.hasOwn(each, table) ? (each[table] ?? []) : []));
}

const end = (name: 'from' | 'to', path: string): Partial<Connection> => (path === '.' ? {} : { [name]: spelling(path) });

/** Texts in which identifiers stand for many things. */
const isDocument = (path: string): boolean => /(?:^|\.)(?:definitionstring|definition|body|policydocument|userdata|dashboardbody|principal|content|document|template)$/.test(path);

const byTarget: Readonly<Record<string, EdgeType>> = {
  'AWS::IAM::Role': 'uses-role',
  'AWS::IAM::InstanceProfile': 'uses-role',
  'AWS::KMS::Key': 'uses-key',
  'AWS::KMS::Alias': 'uses-key',
  'AWS::CertificateManager::Certificate': 'uses-certificate',
  'AWS::SecretsManager::Secret': 'uses-secret',
  'AWS::ECR::Repository': 'uses-image',
  'AWS::EC2::Subnet': 'attaches',
  'AWS::EC2::SecurityGroup': 'attaches',
  'AWS::EC2::VPC': 'attaches',
  'AWS::Logs::LogGroup': 'writes',
  'AWS::Lambda::Function': 'calls',
  'AWS::SNS::Topic': 'triggers',
  'AWS::SQS::Queue': 'writes',
};

interface Relation {
  readonly type: string;
  readonly path: string;
  readonly target: string;
}

/**
 * What a relation of the specification usually means. A property that is part of the resource's own identity names what contains it:
 * a stage of an API, a record of a zone. Undefined where type and path do not say enough.
 */
function usual({ type, path, target }: Relation): Connection | undefined {
  const service = (name: string): string | undefined => name.split('::', 2)[1];
  const at = spelling(path);
  if (service(type) === service(target) && cfnType(type)?.id?.includes(path) === true) return { from: at, edge: 'contains' };
  if (target === 'AWS::S3::Bucket' && /log/i.test(path)) return { edge: 'writes', to: at };
  const edge = Object.hasOwn(byTarget, target) ? byTarget[target] : undefined;
  return edge === undefined ? undefined : { edge, to: at };
}
