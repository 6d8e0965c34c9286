import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { stackNames } from '../../../../scanner/iac/cloudformation/stack-names.ts';

const names = (paths: readonly string[], taken: readonly string[] = []): string[] => {
  const nameOf = stackNames(paths.map((path) => ({ path, region: 'r' })), taken.map((stack) => ({ path: '', region: 'r', stack })));
  return paths.map((path) => nameOf(path, 'r'));
};

describe('stackNames', () => {
  it('adds folders to file names that are not unique', () => {
    const cases: readonly { readonly paths: readonly string[]; readonly expected: readonly string[]; readonly taken?: readonly string[] }[] = [
      { paths: ['templates/orders.template.json'], expected: ['orders'] },
      { paths: ['api/template.yaml'], expected: ['template'] },
      { paths: ['api/template.yaml', 'jobs/template.yaml', 'template.yaml'], expected: ['api', 'jobs', 'template'] },
      { paths: ['a/x/net.yaml', 'b/x/net.yaml', 'c/net.yaml'], expected: ['a-x-net', 'b-x-net', 'c-net'] },
      { paths: ['orders.yaml', 'orders.json'], expected: ['orders', 'orders'] },
      { paths: ['api/template.yaml', '../jobs/template.yaml'], expected: ['api', 'jobs'] },
      { paths: ['x/orders.yaml'], expected: ['x-orders'], taken: ['orders'] },
    ];
    for (const { paths, expected, taken } of cases) assert.deepEqual(names(paths, taken), expected);
  });

  it('lets templates of one name in two regions be one stack', () => {
    const nameOf = stackNames([{ path: 'us/net.yaml', region: 'us-east-1' }, { path: 'eu/net.yaml', region: 'eu-west-1' }], []);
    assert.deepEqual([nameOf('us/net.yaml', 'us-east-1'), nameOf('eu/net.yaml', 'eu-west-1')], ['net', 'net']);
  });

  it('gives no two templates of a region one name, in any order', () => {
    const segment = fc.constantFrom('a', 'b', 'a-b', 'template', 'main');
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.yaml`);
    fc.assert(fc.property(fc.uniqueArray(path, { maxLength: 30 }), (paths) => {
      const given = names(paths);
      assert.equal(new Set(given).size, paths.length);
      assert.deepEqual(names([...paths].reverse()).reverse(), given);
    }));
  });
});
