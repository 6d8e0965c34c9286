import type { Offer } from '../../../model/fact.ts';
import { defaultRegions, regions as allRegions } from '../../../model/region.ts';
import { CallFailure } from '../gateway/failure.ts';
import type { Context } from '../scan/context.ts';
import type { Task, TaskLog } from '../scan/task.ts';
import { account as accountService } from '../services/account.ts';
import { ec2 } from '../services/ec2.ts';
import { expected } from '../scan/expected.ts';

const scanner = 'account';

/** Which regions an account has enabled: Account Management knows, EC2 nearly as well, and of regions that need no opt-in everybody. */
export function regionsTask(account: string, context: Context): Task {
  const { globalRegion, gateway, partition } = context;
  return {
    id: `regions:${account}`,
    title: `Regions of ${account}`,
    account,
    region: globalRegion,
    scanner,
    calls: ['account:ListRegions', 'ec2:DescribeRegions'],
    expected: expected(1, 3),
    async run(log) {
      const state = (region: string, enabled: boolean): void => {
        log.note({ note: 'region', account, region, enabled });
        log.fact(offer(region, { account, enabled, asOf: context.asOf }));
      };
      const place = gateway.at(account, globalRegion);
      const failures: CallFailure[] = [];
      const told = (await answered(failures, () => byAccount(place))) ?? (await answered(failures, () => byEc2(place)));
      if (told !== undefined) {
        for (const [region, enabled] of told) state(region, enabled);
        return;
      }
      for (const failure of failures) log.failed(failure);
      if (failures.length === 0) log.miss({ account, region: globalRegion, scanner, asked: 'account:ListRegions', reason: 'unresolved', message: 'AWS named no region at all.', remedy: 'Name the regions with --regions.' });
      assumeDefaults(log, { account, partition });
    },
  };
}

type Place = ReturnType<Context['gateway']['at']>;

async function byAccount(place: Place): Promise<Map<string, boolean>> {
  const found = new Map<string, boolean>();
  for await (const { Regions = [] } of place.pages(accountService, 'ListRegions', { MaxResults: 50 })) {
    for (const { RegionName, RegionOptStatus } of Regions) {
      if (RegionName !== undefined) found.set(RegionName, RegionOptStatus === 'ENABLED' || RegionOptStatus === 'ENABLED_BY_DEFAULT');
    }
  }
  return found;
}

async function byEc2(place: Place): Promise<Map<string, boolean>> {
  const { Regions = [] } = await place.call(ec2, 'DescribeRegions', { AllRegions: true });
  return new Map(Regions.flatMap(({ RegionName, OptInStatus }) => (RegionName === undefined ? [] : [[RegionName, OptInStatus !== 'not-opted-in'] as const])));
}

/** One of two sources is enough; an empty answer is none, because every account has regions. */
async function answered(failures: CallFailure[], ask: () => Promise<Map<string, boolean>>): Promise<Map<string, boolean> | undefined> {
  try {
    const found = await ask();
    return found.size === 0 ? undefined : found;
  } catch (thrown) {
    if (!(thrown instanceof CallFailure) || thrown.consequence.account === true) throw thrown;
    failures.push(thrown);
    return undefined;
  }
}

/** Nobody said which regions are enabled. Those that every account has are scanned, and no offer is stated of the others. */
function assumeDefaults(log: TaskLog, { account, partition }: { readonly account: string; readonly partition: string }): void {
  const codes = partition === 'aws' ? defaultRegions : [...allRegions.values()].filter((region) => region.partition === partition).map(({ code }) => code);
  for (const region of codes) log.note({ note: 'region', account, region, enabled: true });
}

function offer(region: string, { account, enabled, asOf }: { readonly account: string; readonly enabled: boolean; readonly asOf: string }): Offer {
  return { type: 'offer', region, what: `account:${account}`, available: enabled, source: { scanner, asOf } };
}
