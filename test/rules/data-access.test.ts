import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { services as servicesOf } from '../../graph/queries/services.ts';
import type { DataAccess } from '../../model/data-access.ts';
import type { ServiceIntent } from '../../model/intent.ts';
import { dataAccess } from '../../rules/data-access.ts';
import { viewOfExample } from '../support/run-example.ts';

const role = `Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }] }
    Policies: [{ PolicyName: data, PolicyDocument: { Statement: [{ Effect: Allow, Action: ['dynamodb:PutItem', 'dynamodb:GetItem'], Resource: TABLE }] } }]
Checkout:
  Type: AWS::Lambda::Function
  Properties: { FunctionName: checkout, Role: !GetAtt Role.Arn }
`;
const at = (region: string): string => role.replace('TABLE', `'arn:aws:dynamodb:${region}:111122223333:table/orders'`);
const table = (rest = '', replicas = '[{ Region: us-east-1 }, { Region: eu-west-1 }]'): string => `Orders:\n  Type: AWS::DynamoDB::GlobalTable\n  Properties: { TableName: orders, Replicas: ${replicas}${rest} }\n`;

function uses(example: { readonly home: string; readonly target?: string }, consistency?: ServiceIntent['consistency']): Partial<DataAccess>[] {
  const view = viewOfExample(example);
  const declared = consistency === undefined ? {} : { shop: { include: [], consistency } };
  return dataAccess(view, servicesOf(view, declared), { home: ['us-east-1'], services: declared }).map(({ title, pattern, writers, copies, multiWriter, exposure, verdict }) => ({ title, pattern, writers, copies, exposure, ...(multiWriter === undefined ? {} : { multiWriter }), ...(verdict === undefined ? {} : { verdict }) }));
}

describe('patterns of data access', () => {
  it('tell a store without a usable copy', () => {
    const alone = { home: `${table('', '[{ Region: us-east-1 }]')}${at('us-east-1')}` };
    assert.deepEqual(uses(alone, 'strong'), [{ title: 'orders', pattern: 'single-region', writers: ['us-east-1'], copies: [], exposure: [], verdict: 'holds' }]);
  });

  it('tell one that every region reads and one writes: it lags, which strong consistency does not bear', () => {
    const replicated = { home: `${table()}${at('us-east-1')}` };
    const expected = { title: 'orders', pattern: 'read-local-write-global', writers: ['us-east-1'], copies: ['eu-west-1'], exposure: ['replication-lag'], multiWriter: true };
    assert.deepEqual(uses(replicated), [expected]);
    assert.deepEqual(uses(replicated, 'eventual'), [{ ...expected, verdict: 'holds' }]);
    assert.deepEqual(uses(replicated, 'strong'), [{ ...expected, verdict: 'broken' }]);
  });

  it('tell one that two regions write, which conflicts unless each writes its own part or the table is strongly consistent', () => {
    const both = (rest: string): { readonly home: string; readonly target: string } => ({ home: `${table(rest)}${at('us-east-1')}`, target: at('eu-west-1') });
    const [open] = uses(both(''));
    assert.deepEqual([open?.pattern, open?.writers, open?.exposure], ['write-local', ['eu-west-1', 'us-east-1'], ['replication-lag', 'write-conflicts']]);
    const [strong] = uses(both(', MultiRegionConsistency: STRONG'), 'strong');
    assert.deepEqual([strong?.exposure, strong?.verdict], [[], 'holds']);
  });

  it('take writes for partitioned where users are sent to a region by where they are', () => {
    const zone = (region: string, place: string): string => `Entry${place}:
  Type: AWS::Route53::RecordSet
  Properties:
    { Name: shop.example.com, Type: A, HostedZoneId: Z1, SetIdentifier: ${place}, GeoLocation: { ContinentCode: ${place} }, AliasTarget: { DNSName: !GetAtt Api.RegionalDomainName, HostedZoneId: !GetAtt Api.RegionalHostedZoneId } }
Api:
  Type: AWS::ApiGateway::DomainName
  Properties: { DomainName: shop.example.com, EndpointConfiguration: { Types: [REGIONAL] }, RegionalCertificateArn: 'arn:aws:acm:${region}:111122223333:certificate/1' }
`;
    const both = { home: `${table()}${at('us-east-1')}${zone('us-east-1', 'NA')}`, target: `${at('eu-west-1')}${zone('eu-west-1', 'EU')}` };
    const [use] = uses(both);
    assert.deepEqual([use?.pattern, use?.writers, use?.exposure], ['write-partitioned', ['eu-west-1', 'us-east-1'], ['replication-lag']]);
    assert.equal(uses({ ...both, home: both.home.replace('GeoLocation: { ContinentCode: NA }', 'Region: us-east-1'), target: both.target.replace('GeoLocation: { ContinentCode: EU }', 'Region: eu-west-1') })[0]?.pattern, 'write-local');
  });
});
