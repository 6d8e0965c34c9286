import assert from 'node:assert/strict';
import { it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import { symbol } from '../../model/symbol.ts';
import { resource } from '../support/facts.ts';

it('binds a name to the copy in the region of who is given it, and an ARN to what it names', () => {
  const table = resource('t/orders', { resourceType: 'AWS::DynamoDB::Table', kind: 'dynamodb-table', name: 'orders', region: 'us-east-1', attributes: { replicaRegions: ['eu-west-1'] } });
  const user = (id: string, region: string, attribute: string): ReturnType<typeof resource> => resource(`t/${id}`, { region, references: [{ path: 'Environment', to: symbol('t/orders', attribute) }] });
  const { edges } = buildEstate([table, user('here', 'us-east-1', 'name'), user('there', 'eu-west-1', 'name'), user('elsewhere', 'ap-south-1', 'name'), user('far', 'eu-west-1', 'arn')]);
  assert.deepEqual(edges.filter(({ type }) => type === 'refers').map(({ from, to }) => `${from} ${to}`), ['t/elsewhere t/orders', 't/far t/orders', 't/here t/orders', 't/there t/orders@eu-west-1']);
});
