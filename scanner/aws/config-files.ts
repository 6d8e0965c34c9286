import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { BlindSpot } from '../../model/blind-spot.ts';
import { messageOf } from '../../model/errors.ts';
import type { Fact, ResourceFact } from '../../model/fact.ts';
import { compareText } from '../../model/json.ts';
import { isGzip } from '../files/gzip.ts';
import { scanner } from '../scanner.ts';
import { probeOf } from './probe-of.ts';
import { configFact, configItemSchema, type ConfigItem } from './sources/config/item.ts';

export interface ConfigFile {
  /** Relative to the scanned root: what facts and messages name. */
  readonly path: string;
  readonly absolutePath: string;
}

/** Most bytes of a file once it is unpacked: it is parsed as a whole. */
const sizeLimit = 400 * 1024 ** 2;

/** What several forms of an item call differently. */
const itemSchema = z.looseObject({
  ARN: z.string().nullish(),
  awsAccountId: z.string().nullish(),
  relationships: z.array(z.looseObject({ name: z.string().nullish() })).nullish(),
});

const fileSchema = z.union([
  z.looseObject({ configurationItems: z.array(z.unknown()) }).transform(({ configurationItems }) => configurationItems),
  z.looseObject({ baseConfigurationItems: z.array(z.unknown()) }).transform(({ baseConfigurationItems }) => baseConfigurationItems),
  z.looseObject({ Results: z.array(z.string()) }).transform(({ Results }) => Results.map((row): unknown => JSON.parse(row))),
]);

/**
 * Resources as AWS Config wrote them down: its snapshots and histories in S3 (`…_ConfigSnapshot_….json.gz`), and what
 * `aws configservice select-resource-config`, its aggregate form, `batch-get-resource-config` and `get-resource-config-history` print.
 * Of several items of one resource the latest counts.
 */
export const configFileScanner = scanner<{ readonly files: Iterable<ConfigFile> }>({
  id: 'config-files',
  title: 'Files of AWS Config',
  calls: [],
  async *scan({ files }) {
    const latest = new Map<string, Latest>();
    for (const file of files) yield* readFile(file, latest);
    yield* placesOf([...latest.values()]);
  },
});

interface Latest {
  readonly time: string;
  readonly place: { readonly account: string; readonly region: string };
  /** Undefined where the latest word is that it was deleted. */
  readonly fact: ResourceFact | undefined;
}

function* readFile({ path, absolutePath }: ConfigFile, latest: Map<string, Latest>): Iterable<Fact> {
  const blind = (reason: BlindSpot['reason'], message: string): BlindSpot => ({ type: 'blind-spot', reason, asked: `resources of ${path}`, message, source: { scanner: 'config', file: path } });
  let items: readonly unknown[];
  try {
    items = itemsOf(absolutePath);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    const isLarge = code === 'ERR_BUFFER_TOO_LARGE' || code === 'ERR_FS_FILE_TOO_LARGE' || code === 'ERR_STRING_TOO_LONG';
    yield isLarge ? blind('too-large', `It has more than ${sizeLimit} bytes.`) : blind('unparsable', messageOf(thrown));
    return;
  }
  let unread = 0;
  for (const each of items) {
    const item = configItemOf(each);
    if (item === undefined) unread += 1;
    else enter(item, path, latest);
  }
  yield { type: 'coverage', what: 'files:config', count: 1, source: { scanner: 'config', file: path } };
  if (unread > 0) yield blind('unparsable', `${unread} of its ${items.length} items are in no form that this version knows.`);
}

function itemsOf(absolutePath: string): readonly unknown[] {
  const bytes = readFileSync(absolutePath);
  if (bytes.length > sizeLimit) throw Object.assign(new Error(), { code: 'ERR_BUFFER_TOO_LARGE' });
  const text = (isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: sizeLimit }) : bytes).toString('utf8');
  const parsed = fileSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error('It is JSON, but in no form in which AWS Config writes items.');
  return parsed.data;
}

function configItemOf(value: unknown): ConfigItem | undefined {
  const own = itemSchema.safeParse(value);
  if (!own.success) return undefined;
  const { ARN, awsAccountId, relationships, ...rest } = own.data;
  const parsed = configItemSchema.safeParse({
    ...rest,
    resourceId: rest['resourceId'] ?? rest['arn'] ?? ARN ?? rest['resourceName'],
    arn: rest['arn'] ?? ARN,
    accountId: rest['accountId'] ?? awsAccountId,
    relationships: relationships?.map(({ name, ...other }) => ({ relationshipName: name, ...other })),
  });
  return parsed.success ? parsed.data : undefined;
}

function enter(item: ConfigItem, path: string, latest: Map<string, Latest>): void {
  const place = { account: item.accountId ?? 'unknown', region: item.awsRegion ?? 'global' };
  const captured = item.configurationItemCaptureTime;
  const time = captured instanceof Date ? captured.toISOString() : (captured ?? '');
  const key = [place.account, place.region, item.resourceType, item.resourceId].join('\n');
  const known = latest.get(key);
  if (known !== undefined && known.time > time) return;
  const fact = configFact(item, { ...place, asOf: time, probeOf });
  const source = { scanner: 'config', file: path, ...(time === '' ? {} : { asOf: time }) };
  latest.set(key, { time, place, fact: fact === undefined ? undefined : { ...fact, source } });
}

/** The resources, how many there are of each place, and that a recorder's word is not everything. */
function* placesOf(all: readonly Latest[]): Iterable<Fact> {
  for (const { fact } of all) if (fact !== undefined) yield fact;
  const byPlace = Map.groupBy(all, ({ place }) => `${place.account}/${place.region}`);
  for (const [name, latest] of [...byPlace].sort(([a], [b]) => compareText(a, b))) {
    const { account, region } = (latest[0] as Latest).place;
    const source = { scanner: 'config', path: name };
    yield { type: 'coverage', what: 'config:items', count: latest.filter(({ fact }) => fact !== undefined).length, source };
    yield {
      type: 'blind-spot', reason: 'unsupported', account, region, source,
      asked: 'resources that AWS Config did not record',
      message: 'Files of AWS Config have what its recorder wrote down, and nothing of the types that it leaves out.',
      remedy: 'Scan the account with --aws, which asks for those too.',
    };
  }
}
