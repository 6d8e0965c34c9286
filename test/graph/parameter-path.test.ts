import assert from 'node:assert/strict';
import { it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import { resource } from '../support/facts.ts';

it('keeps paths of parameters that nobody declares, and no other bare names', () => {
  const user = resource('u', {
    references: [
      { path: 'ImageId', to: '/aws/service/ami-amazon-linux-latest/al2023', edge: 'reads', target: 'AWS::SSM::Parameter' },
      { path: 'LogGroup', to: '/aws/lambda/shop', edge: 'writes', target: 'AWS::Logs::LogGroup' },
      { path: 'Any', to: '/shop/*', edge: 'reads', target: 'AWS::SSM::Parameter' },
    ],
  });
  assert.deepEqual(buildEstate([user]).dangling.map(({ type, to, region }) => [type, to, region]), [['reads', '/aws/service/ami-amazon-linux-latest/al2023', undefined]]);
});
