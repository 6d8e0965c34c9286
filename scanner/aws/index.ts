import type { BlindSpot } from '../../model/blind-spot.ts';
import { UserError } from '../../model/errors.ts';
import type { Fact } from '../../model/fact.ts';
import { canonicalJson, type JsonObject } from '../../model/json.ts';
import { partitionOf } from '../../model/region.ts';
import { parseArn } from '../../model/arn.ts';
import { enter, type Access, type Entrance } from './access.ts';
import type { Context } from './scan/context.ts';
import { engine, type Watch } from './scan/engine.ts';
import { openJournal, type Journal } from './scan/journal.ts';
import { knowledge, type Knowledge } from './scan/knowledge.ts';
import { blindSpotsOf, type Miss } from './scan/miss.ts';
import { stages, type Stage } from './scan/stages.ts';
import type { Aggregator } from './sources/config/tasks.ts';
import { unseenPlaces } from './scan/unseen.ts';

export interface AwsRequest extends Entrance {
  readonly regions: readonly string[];
  /** Aggregator of AWS Config: its name, name@region, or ARN. */
  readonly aggregator?: string | undefined;
  /** False where AWS Config is not to be asked. */
  readonly awsConfig?: boolean | undefined;
  readonly home: readonly string[];
  readonly targets: readonly string[];
  /** Attributes that are wanted, by kind. */
  readonly wanted: ReadonlyMap<string, ReadonlySet<string>>;
  /** Facts of templates and code: what they use is asked of the targets too. */
  readonly known: Iterable<Fact>;
  readonly journal: string;
  readonly resume: boolean;
  readonly now: () => Date;
  /** Version of regionready: a scan is continued by the version that began it. */
  readonly tool: string;
  readonly watch: Watch;
}

export interface AwsScan {
  readonly accounts: readonly string[];
  /** Facts as lines of a snapshot, in no order, some of them more than once. */
  lines(): AsyncIterable<string>;
  /** Resource facts; a resource has one for each source that tells of it. */
  readonly resources: number;
  readonly blindSpots: readonly BlindSpot[];
  /** Questions that failed for now: a resumed scan asks them again. */
  readonly resumable: boolean;
  /** Every call was answered. */
  readonly complete: boolean;
  /** To be called when the snapshot is in place. */
  finish(): void;
}

/** Scans the accounts. Throws UserError where nothing can be asked or written; everything else that fails becomes a blind spot. */
export async function scanAws(request: AwsRequest): Promise<AwsScan> {
  const access = await enter(request);
  const journal = await openJournal({ path: request.journal, scope: scopeOf(request, access), asOf: request.now().toISOString(), resume: request.resume });
  try {
    return await scanWith(journal, request, access);
  } catch (thrown) {
    journal.close();
    throw thrown;
  }
}

async function scanWith(journal: Journal, request: AwsRequest, access: Access): Promise<AwsScan> {
  const known = knowledge();
  for (const fact of request.known) known.learn({ fact });
  const run = await engine({ journal, knowledge: known, watch: request.watch });
  const context = contextOf(request, access, { asOf: journal.asOf, known });
  for (const stage of stagesOf(request, access, context)) await run.run(stage.title, await stage.tasks());

  const misses: Miss[] = [...run.unasked(), ...unseenPlaces(context)];
  let resources = 0;
  let failed = run.unasked().length > 0;
  for await (const entry of journal.entries()) {
    if ('miss' in entry) misses.push(entry.miss);
    // A canonical line of a resource ends with its type: no other member's name sorts behind it.
    else if ('line' in entry && entry.line.endsWith('"type":"resource"}')) resources += 1;
  }
  const blindSpots = blindSpotsOf(misses, journal.asOf);
  failed ||= misses.some(({ asked }) => isAction(asked));
  const resumable = run.unasked().length > 0 || journal.again().length > 0;
  return {
    accounts: access.accounts,
    async *lines() {
      for await (const entry of journal.entries()) if ('line' in entry) yield entry.line;
      for (const spot of blindSpots) yield canonicalJson(spot);
    },
    resources,
    blindSpots,
    resumable,
    complete: !failed,
    finish() {
      journal.close();
      if (!resumable) journal.remove();
    },
  };
}

const isAction = (asked: string): boolean => /^[\w-]+:\w+/.test(asked);

export function contextOf({ regions, targets, wanted }: AwsRequest, { gateway, partition, accounts, region }: Access, { asOf, known }: { readonly asOf: string; readonly known: Knowledge }): Context {
  return {
    gateway, partition, accounts, targets, asOf,
    regions: [...new Set(regions)].sort(),
    knowledge: known,
    globalRegion: partitionOf(region)?.implicitGlobalRegion ?? region,
    wanted: (kind) => wanted.get(kind),
  };
}

export function stagesOf({ aggregator, awsConfig, accounts, home }: AwsRequest, access: Access, context: Context): readonly Stage[] {
  return stages({ context, home, config: awsConfig !== false, aggregator: aggregator === undefined ? undefined : aggregatorOf(aggregator, access), only: accounts.length === 0 || accounts.includes('all') ? undefined : accounts });
}

export function aggregatorOf(text: string, { caller, region }: Pick<Access, 'caller' | 'region'>): Aggregator {
  const arn = parseArn(text);
  if (arn !== undefined) throw new UserError('RR103', `--aggregator takes a name, not the ARN ${text}: ARNs of aggregators do not hold their name.`, { hint: 'Name it, with its region where that is not yours: --aggregator org@us-east-1.' });
  const at = text.lastIndexOf('@');
  return { account: caller, name: at < 0 ? text : text.slice(0, at), region: at < 0 ? region : text.slice(at + 1) };
}

/** What decides what is asked. A journal is continued only by a scan that asks the same. */
function scopeOf({ tool, regions, aggregator, awsConfig = true, home, targets, wanted, role, endpointUrl, fips }: AwsRequest, { accounts }: Access): JsonObject {
  const attributes = Object.fromEntries([...wanted].map(([kind, names]) => [kind, [...names].sort()]));
  return { tool, accounts, regions: [...regions].sort(), aggregator: aggregator ?? null, 'aws-config': awsConfig, home: [...home].sort(), targets: [...targets].sort(), role: role ?? null, 'endpoint-url': endpointUrl ?? null, fips: fips ?? false, attributes };
}
