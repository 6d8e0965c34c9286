import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tiny, tinyServices, tinyWanted } from '../../estates/aws/tiny.ts';
import { answer } from '../../support/aws/answer.ts';
import { inventories } from '../../support/aws/inventories.ts';
import { operationOf } from '../../support/aws/operations.ts';
import { fakeServer, type Asked, type Fault, type Handler } from '../../support/aws/server.ts';
import { resourcesOf, scanRequest, survey } from '../../support/aws/survey.ts';

const stalled: Readonly<Record<string, Fault>> = {
  'ecs ListClusters': { name: 'never answered', stalls: 'silent' },
  's3 ListBuckets': { name: 'answered byte by byte', stalls: 'trickling' },
};

/** Nothing is recorded, so that every service is asked. */
const withoutConfig: Handler = (asked) => (asked.service === 'config' ? answer(asked, {}) : undefined);

describe('an endpoint that takes the connection', () => {
  it('and never answers, or never ends its answer, is unreachable: the scan ends without it and says so', async () => {
    // Learning every operation takes the fake longer than the timeouts.
    await operationOf({ method: 'GET', url: '/', headers: {}, body: '' });
    const fault = ({ service, operation }: Asked): Fault | undefined => stalled[`${service} ${operation}`];
    const aws = await fakeServer({ caller: tiny.caller, handlers: [withoutConfig, inventories(tiny), tinyServices], fault });
    const request = scanRequest(aws.url, { wanted: tinyWanted, targets: [], timeouts: { connectionTimeout: 1_000, requestTimeout: 1_500 } });
    const began = performance.now();
    const seen = await survey(request);
    const took = performance.now() - began;
    request.dispose();
    await aws.close();
    assert.ok(took < 30_000, `${took} ms`);
    assert.deepEqual(new Set(aws.failed.map(([{ service, operation }]) => `${service} ${operation}`)), new Set(Object.keys(stalled)));
    for (const action of ['ecs:ListClusters', 's3:ListAllMyBuckets']) {
      const spot = seen.blindSpots.find(({ asked }) => asked === action);
      assert.deepEqual([spot?.reason, spot?.account, spot?.region], ['unreachable', tiny.caller, 'us-east-1'], action);
    }
    assert.deepEqual([seen.complete, seen.resumable], [false, true]);
    assert.ok(resourcesOf(seen).some(({ kind }) => kind === 'dynamodb-table'));
    assert.ok(!resourcesOf(seen).some(({ kind }) => kind === 's3-bucket'));
  });
});
