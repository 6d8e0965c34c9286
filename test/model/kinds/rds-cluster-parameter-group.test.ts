import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rdsClusterParameterGroup } from '../../../model/kinds/rds-cluster-parameter-group.ts';
import type { PropertyMap } from '../../../model/properties.ts';
import { attributesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

const group = (Parameters: PropertyMap) => ({ DBClusterParameterGroupName: 'orders', Family: 'aurora-postgresql16', Description: 'orders', Parameters });
const block = (...parameter: readonly PropertyMap[]) => ({ name: 'orders', family: 'aurora-postgresql16', parameter });

it('rds-cluster-parameter-group reads the managed RPO and nothing else', () => {
  const read = sameAttributes(rdsClusterParameterGroup, {
    cloudformation: group({ 'rds.global_db_rpo': '60', shared_preload_libraries: 'pg_stat_statements' }),
    terraform: block({ name: 'shared_preload_libraries', value: 'pg_stat_statements' }, { name: 'rds.global_db_rpo', value: '60' }),
  });
  assert.deepEqual(read, { family: 'aurora-postgresql16', rpoSeconds: 60 });
  sameDescribed(rdsClusterParameterGroup, { like: read, describe: { DBClusterParameterGroupName: 'orders', DBParameterGroupFamily: 'aurora-postgresql16', UserParameters: [{ ParameterName: 'rds.global_db_rpo', ParameterValue: '60' }] } });
});

it('rds-cluster-parameter-group tells a group without it from one that nobody told of', () => {
  const none = { family: 'aurora-postgresql16', rpoSeconds: 0 };
  assert.deepEqual(sameAttributes(rdsClusterParameterGroup, { cloudformation: group({}), terraform: block() }), none);
  assert.deepEqual(sameAttributes(rdsClusterParameterGroup, { cloudformation: group({ log_statement: 'ddl' }), terraform: block({ name: 'log_statement', value: 'ddl' }) }), none);
  const untold = { $unresolved: 'a parameter without value' };
  const family = { family: 'aurora-postgresql16' };
  assert.deepEqual(attributesOf(rdsClusterParameterGroup, 'cloudformation', group({ 'rds.global_db_rpo': untold })), family);
  assert.deepEqual(attributesOf(rdsClusterParameterGroup, 'terraform', block({ name: 'rds.global_db_rpo', value: untold })), family);
  assert.deepEqual(attributesOf(rdsClusterParameterGroup, 'terraform', block({ name: untold, value: '1' })), family);
});
