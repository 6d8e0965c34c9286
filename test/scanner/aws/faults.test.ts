import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BlindSpot } from '../../../model/blind-spot.ts';
import { tiny, tinyServices, tinyWanted } from '../../estates/aws/tiny.ts';
import { faults } from '../../support/aws/faults.ts';
import { inventories } from '../../support/aws/inventories.ts';
import { actionsOf } from '../../support/aws/operations.ts';
import { fakeServer, type Asked, type FakeAws, type Fault } from '../../support/aws/server.ts';
import { resourcesOf, scanRequest, survey, told, type Survey } from '../../support/aws/survey.ts';
import { random } from '../../support/random.ts';

type Choose = (asked: Asked) => Fault | undefined;
const denial = faults.find(({ name }) => name === 'denied');

async function scanned(fault: Choose = () => undefined): Promise<{ readonly seen: Survey; readonly aws: FakeAws }> {
  const aws = await fakeServer({ caller: tiny.caller, handlers: [inventories(tiny, { page: 2 }), tinyServices], fault });
  const request = scanRequest(aws.url, { wanted: tinyWanted });
  try {
    return { seen: await survey(request), aws };
  } finally {
    request.dispose();
    await aws.close();
  }
}

/** Everything that any source tells of the estate: what one leaves to another is told when the other is silent. */
const truths = Promise.all([scanned(), scanned(({ service }) => (service === 'config' ? denial : undefined)), scanned(({ service }) => (/^(?:tagging|resource-explorer-2)$/.test(service) ? denial : undefined))]);

const coverageOf = (surveys: readonly Survey[]): Map<string, Set<number>> => {
  const found = new Map<string, Set<number>>();
  for (const fact of surveys.flatMap(({ facts }) => facts)) if (fact.type === 'coverage') found.set(`${fact.what} ${fact.source.path}`, (found.get(`${fact.what} ${fact.source.path}`) ?? new Set()).add(fact.count));
  return found;
};

const names = (spot: BlindSpot, asked: Asked): boolean => spot.account === asked.account && actionsOf(asked).some((action) => spot.asked.split(/, | and /).includes(action) || spot.asked.endsWith(' more'));

/** Nothing is told that is not so; every call that failed is named, unless all was told in spite of it; and what is lost is lost to a named call. */
async function isHonest({ seen, aws }: { readonly seen: Survey; readonly aws: FakeAws }, where: string): Promise<void> {
  const all = (await truths).map(({ seen: each }) => each);
  const [clean] = all as [Survey, ...Survey[]];
  const [truth, result] = [told(all), told([seen])];
  for (const [id, attributes] of result) {
    assert.ok(truth.has(id), `${where}: ${id} is made up`);
    for (const [name, values] of attributes) for (const value of values) assert.ok(truth.get(id)?.get(name)?.has(value), `${where}: ${name} of ${id} is no ${value}, but ${[...(truth.get(id)?.get(name) ?? [])].join(' or ')}`);
  }
  const counts = coverageOf(all);
  for (const [what, found] of coverageOf([seen])) for (const count of found) if (counts.has(what) && what.startsWith('resources:')) assert.ok(counts.get(what)?.has(count), `${where}: ${what} counts ${count}, and there are ${[...(counts.get(what) ?? [])].join(' or ')}`);
  const lost = [...told([clean])].flatMap(([id, attributes]) => (result.has(id) ? [...attributes.keys()].filter((name) => result.get(id)?.has(name) !== true).map((name) => `${name} of ${id}`) : [id]));
  for (const [failed, name] of aws.failed) {
    const named = seen.blindSpots.some((spot) => names(spot, failed));
    assert.ok(named || (lost.length === 0 && actionsOf(failed).length > 0), `${where}: ${name} at ${failed.service} ${failed.operation} is not told, and ${lost.join(', ')} is lost`);
  }
  assert.ok(lost.length === 0 || aws.failed.length > 0);
  assert.deepEqual(aws.strange, [], where);
}

describe('a scan that meets failures', () => {
  it('tells the estate where there are none', async () => {
    const [{ seen, aws }] = await truths;
    assert.deepEqual([seen.complete, seen.resumable, aws.strange, seen.blindSpots], [true, false, [], []]);
    const kinds = Map.groupBy(resourcesOf(seen), ({ kind = '' }) => kind);
    assert.deepEqual([...kinds].map(([kind, each]) => [kind, new Set(each.map(({ name }) => name)).size]).sort(), [['', 6], ['cognito-user-pool', 1], ['dynamodb-table', 2], ['ecs-cluster', 1], ['elasticache-global-replication-group', 1], ['elasticache-replication-group', 1], ['nat-gateway', 1], ['s3-bucket', 2]]);
  });

  for (const [at, fault] of faults.entries()) {
    it(`is honest when calls meet: ${fault.name}`, async () => {
      const [{ aws }] = await truths;
      // Every call fails once or more often over all kinds of failure; together they meet every call with every one.
      for (let index = 1; index < aws.asked.length; index += 1) {
        const asked = aws.asked[index];
        if (asked === undefined || (process.env['FAULTS'] !== 'all' && index % faults.length !== at)) continue;
        const count = aws.asked.slice(0, index).filter(({ service, operation }) => service === asked.service && operation === asked.operation).length;
        let seen = 0;
        // The order of calls differs from run to run: the same one is found by its operation and number.
        await isHonest(await scanned(({ service, operation }) => (service === asked.service && operation === asked.operation && seen++ === count ? fault : undefined)), `call ${index}`);
      }
    });
  }

  it('says of a region that was named and is not enabled that nothing was asked there', async () => {
    const aws = await fakeServer({ caller: tiny.caller, handlers: [inventories(tiny), tinyServices] });
    const request = scanRequest(aws.url, { regions: ['us-east-1', 'ap-southeast-5'] });
    const { blindSpots } = await survey(request);
    request.dispose();
    await aws.close();
    assert.deepEqual(blindSpots.map(({ reason, region }) => [reason, region]), [['opted-out', 'ap-southeast-5']]);
    assert.ok(!aws.asked.some(({ region }) => region === 'ap-southeast-5'));
  });

  it('keeps the pages that it has read when a list that is begun anew is denied', async () => {
    const old = faults.find(({ name }) => name === 'old page token');
    let begunAnew = false;
    const { seen, aws } = await scanned(({ service, operation, input }) => {
      if (operation !== 'SelectResourceConfig') return /^(?:tagging|resource-explorer-2|dynamodb|ecs|ec2)$/.test(service) && operation !== 'DescribeRegions' ? denial : undefined;
      if (String(input['Expression']).includes('GROUP BY')) return undefined;
      if (begunAnew) return denial;
      begunAnew = input['NextToken'] !== undefined;
      return begunAnew ? old : undefined;
    });
    assert.deepEqual(aws.failed.filter(([{ operation }]) => operation === 'SelectResourceConfig').map(([, name]) => name), ['old page token', 'denied']);
    assert.deepEqual(resourcesOf(seen).filter(({ source }) => source.scanner === 'config').map(({ kind }) => kind).sort(), ['cognito-user-pool', 'dynamodb-table', 'dynamodb-table']);
    assert.ok(seen.blindSpots.some(({ asked }) => asked === 'config:SelectResourceConfig'));
  });

  it('is honest when a third of all calls fail, at random', async () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const dice = random(seed);
      const usual = faults.filter(({ name }) => !/expired token|unknown credentials/.test(name));
      await isHonest(await scanned(({ service }) => (service !== 'sts' && dice.chance(30) ? usual[dice.below(usual.length)] : undefined)), `seed ${seed}`);
    }
  });
});
