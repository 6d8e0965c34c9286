import assert from 'node:assert/strict';
import { it } from 'node:test';
import { organizationsPolicy } from '../../../model/kinds/organizations-policy.ts';
import { sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

const content = { Statement: [{ Effect: 'Deny', NotAction: ['iam:*'], Resource: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1'] } } }] };

it('organizations-policy reads the statements of a guardrail', () => {
  const read = sameAttributes(organizationsPolicy, {
    cloudformation: { Name: 'regions', Type: 'SERVICE_CONTROL_POLICY', Content: content, TargetIds: [] },
    terraform: { name: 'regions', content: JSON.stringify(content) },
    ignore: ['targets'],
  });
  assert.deepEqual(read, {
    type: 'SERVICE_CONTROL_POLICY',
    statements: [{ effect: 'Deny', notActions: ['iam:*'], resources: ['*'], conditional: true, conditions: [{ operator: 'StringNotEquals', key: 'aws:RequestedRegion', values: ['us-east-1'] }] }],
    ...('targets' in read ? { targets: [] } : {}),
  });
  sameDescribed(organizationsPolicy, { like: { type: read['type'], statements: read['statements'] }, describe: { Id: 'p-1', Name: 'regions', Type: 'SERVICE_CONTROL_POLICY', Content: JSON.stringify(content) } });
});
