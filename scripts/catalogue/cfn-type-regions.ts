import { maskOf } from '../../model/bitmask.ts';
import { compareText } from '../../model/json.ts';
import { readRegistry } from './cfn-provider-types.ts';
import { provenanceOf, type Sources } from './sources.ts';
import { sortedObject, type Table } from './table.ts';

/** Types of the SAM transform and what they become. */
const samTypes = {
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::Application': 'AWS::CloudFormation::Stack',
  'AWS::Serverless::CapacityProvider': 'AWS::Lambda::CapacityProvider',
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::GraphQLApi': 'AWS::AppSync::GraphQLApi',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::LayerVersion': 'AWS::Lambda::LayerVersion',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::WebSocketApi': 'AWS::ApiGatewayV2::Api',
} as const;

/**
 * A region lacks this many types that every other region of the partition aws has, if its copy is no longer refreshed. On
 * 2026-10-20 the frozen me-central-1 lacked 63; of the living regions the youngest, ap-southeast-6, lacked most: 14.
 */
const staleAt = 40;

export async function cfnTypeRegionsTable(sources: Sources): Promise<Table> {
  const { cfnLint, date, types, copies } = await readRegistry(sources);
  const order = [...types.keys()].sort(compareText);
  const names = [...new Set([...types.values()].flatMap((of) => [...of]))].sort(compareText);
  for (const target of Object.values(samTypes)) {
    if (!names.includes(target)) throw new Error(`${target} is no CloudFormation type`);
  }
  const stale = order.filter((region) => lacking(region, types) >= staleAt);
  return {
    name: 'cfn-type-regions',
    meta: {
      title: 'CloudFormation types by region',
      ...provenanceOf(cfnLint),
      date,
      derivedBy: 'scripts/catalogue/cfn-type-regions.ts',
      encoding: 'types[name] is a hexadecimal set: bit i stands for regionOrder[i]. sam[name] is the type that a SAM type becomes. stale: regions whose column is no longer refreshed',
      caveats: [
        `No data for ${copies.join(', ')}: the source holds copies of us-east-1 for them, which are left out. Neither for any other region outside regionOrder, me-south-1 among them.`,
        `Columns of ${stale.join(', ') || 'no region'} are frozen at an earlier day: a type missing there may have come since.`,
        'A registered type does not prove that the service is sold there: WorkSpaces, AppStream, SimpleDB, Data Pipeline, IoT and the billing types are registered in more regions than they work in, and CodePipeline\'s in four. The Systems Manager tree decides first.',
        'A missing type does not prove that the service is missing: DRS, MGN, Storage Gateway, Performance Insights and new services register late.',
      ],
    },
    body: {
      regionOrder: order,
      stale,
      sam: samTypes,
      types: sortedObject(names.map((name) => [name, maskOf(order.flatMap((region, bit) => (types.get(region)?.has(name) === true ? [bit] : [])))])),
    },
  };
}

/** How many types the region lacks that all its sister regions have. */
function lacking(region: string, types: ReadonlyMap<string, ReadonlySet<string>>): number {
  const sisters = [...types].filter(([code]) => code !== region && !/^(?:cn|us-gov)-/.test(code)).map(([, of]) => of); // regionready-ignore code-region-regex -- tells other partitions apart
  const own = types.get(region);
  const [first] = sisters;
  if (/^(?:cn|us-gov)-/.test(region) || !own || !first) return 0; // regionready-ignore code-region-regex -- tells other partitions apart
  return [...first].filter((name) => !own.has(name) && sisters.every((sister) => sister.has(name))).length;
}
