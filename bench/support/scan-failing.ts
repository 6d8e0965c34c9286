import { fork } from 'node:child_process';
import type { BlindSpot } from '../../model/blind-spot.ts';
import { faults } from '../../test/support/aws/faults.ts';
import { inventories } from '../../test/support/aws/inventories.ts';
import { fakeServer, type FakeOptions, type Handler } from '../../test/support/aws/server.ts';
import { random } from '../../test/support/random.ts';
import { regionsOf, type Size } from './large-estate.ts';
import { arnOf, lossesOf, namedBy } from './losses.ts';
import { mixedOrganization, owned, services } from './mixed-estate.ts';

export interface Failing {
  readonly calls: number;
  readonly failed: number;
  readonly blindSpots: number;
  /** Resources that stood in an answer that arrived. */
  readonly answered: number;
  readonly told: number;
  /** In an answer that arrived, and not in the snapshot. */
  readonly dropped: readonly string[];
  /** In the snapshot, and not in the estate. */
  readonly invented: readonly string[];
  /** Resources and attributes that the snapshot lacks. */
  readonly lost: number;
  /** Those without a blind spot for the call that would have told them. */
  readonly unnamed: readonly string[];
}

interface Answer {
  readonly told: readonly (readonly [id: string, names: readonly string[]])[];
  readonly blindSpots: readonly BlindSpot[];
  readonly complete: boolean;
}

export interface Odds {
  /** Calls of a hundred that fail. */
  readonly percent: number;
  readonly seed: number;
}

/** Scans accounts without an aggregator while calls fail, each in one of the ways that are known; none is tried again. */
export async function scanFailing(size: Size, odds: Odds): Promise<Failing> {
  const resources = owned(size);
  const organization = mixedOrganization(size);
  const { answered, failing } = failingServer(odds);
  const [home = ''] = regionsOf(size);
  const aws = await fakeServer({ caller: organization.caller, ...failing([inventories({ ...organization, resources }, { page: 10 }), services(resources)]) });
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const child = fork('bench/support/measure-failing.ts', [aws.url, home], { env: { ...process.env, AWS_ACCESS_KEY_ID: `AKIA${organization.caller}`, AWS_SECRET_ACCESS_KEY: 'fake', AWS_REGION: home } });
      child.once('message', (message) => resolve(message as Answer));
      child.once('exit', (code) => reject(new Error(`the scan ended with ${code}`)));
    });
    if (answer.complete) throw new Error('the scan took itself for complete');
    const told = new Map(answer.told.map(([id, names]) => [id, new Set(names)]));
    const everything = new Set(resources.map(arnOf));
    const losses = lossesOf(resources, told);
    const isNamed = namedBy(answer.blindSpots);
    return {
      calls: aws.asked.length, failed: aws.failed.length, blindSpots: answer.blindSpots.length, answered: answered.size, told: told.size, lost: losses.length,
      dropped: resources.filter((each) => answered.has(each.id) && !told.has(arnOf(each))).map(arnOf),
      invented: [...told.keys()].filter((id) => !everything.has(id)),
      unnamed: losses.filter((loss) => !isNamed(loss)).map(({ what }) => what),
    };
  } finally {
    await aws.close();
  }
}

/** Lets calls fail, and notes which resources stand in answers that arrive. */
function failingServer({ percent, seed }: Odds): { readonly answered: ReadonlySet<string>; failing(handlers: readonly Handler[]): Pick<FakeOptions, 'handlers' | 'fault'> } {
  const dice = random(seed);
  // Lost credentials end the account: test/scanner/aws/faults.test.ts tries them at every call.
  const usual = faults.filter(({ name }) => !/expired token|unknown credentials/.test(name));
  const denied = faults.find(({ name }) => name === 'denied');
  const failed = new Set<number>();
  const answered = new Set<string>();
  const heard = (handler: Handler): Handler => async (asked) => {
    const given = await handler(asked);
    if (given !== undefined && !failed.has(asked.index)) for (const [id] of given.body.matchAll(/\b(?:topic-\d+|vol-[0-9a-f]{17}|group-\d+)\b/g)) answered.add(id);
    return given;
  };
  return {
    answered,
    failing: (handlers) => ({
      handlers: handlers.map(heard),
      fault({ index, service, operation }) {
        // Without an answer to these the scan does not begin.
        if (/^(?:GetCallerIdentity|ListAccounts)$/.test(operation) || !dice.chance(percent)) return undefined;
        failed.add(index);
        return service === 'sts' ? denied : usual[dice.below(usual.length)];
      },
    }),
  };
}
