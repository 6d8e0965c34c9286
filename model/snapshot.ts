import { z } from 'zod';
import { UserError } from './errors.ts';
import { factSchema, type Fact, type ResourceFact } from './fact.ts';
import { hashText } from './finding.ts';
import { canonicalJson, compareText } from './json.ts';
import type { Kind } from './kind.ts';
import { kinds } from './kinds/index.ts';

/**
 * The snapshot format. NDJSON: a header line, one line for each fact in code-unit order, a trailer line.
 *
 *     {"format":"regionready/snapshot","tool":"0.1.0","version":1}
 *     {"type":"resource", …}
 *     {"digest":"…","end":true,"facts":1234}
 *
 * Facts are canonical JSON, each once, so that the same facts in any order give the same bytes. The trailer tells a whole file from a
 * cut one: its digest covers every fact line. A file named *.gz is gzip-compressed.
 */
export const snapshotVersion = 1;

export const snapshotHeaderSchema = z.strictObject({
  format: z.literal('regionready/snapshot'),
  version: z.int(),
  tool: z.string().describe('Version of regionready that wrote it'),
});
export type SnapshotHeader = z.infer<typeof snapshotHeaderSchema>;

export const snapshotTrailerSchema = z.strictObject({
  end: z.literal(true),
  facts: z.int().nonnegative().describe('Number of fact lines'),
  digest: z.string().describe('Hash chain over the fact lines: h₀ = "", hₙ = first 128 bits of SHA-256 of hₙ₋₁ + line, in hexadecimal'),
});
export type SnapshotTrailer = z.infer<typeof snapshotTrailerSchema>;

/** The lines of a snapshot, without line ends. */
export function* snapshotLines(facts: Iterable<Fact>, tool: string): Iterable<string> {
  const encoder = snapshotEncoder(tool);
  yield encoder.header;
  for (const line of [...new Set(Array.from(facts, (fact) => canonicalJson(fact)))].sort(compareText)) yield encoder.fact(line);
  yield encoder.trailer();
}

/** Puts facts that are lines already, sorted and each once, between header and trailer. */
export interface SnapshotEncoder {
  readonly header: string;
  fact(line: string): string;
  trailer(): string;
}

export function snapshotEncoder(tool: string): SnapshotEncoder {
  const header: SnapshotHeader = { format: 'regionready/snapshot', version: snapshotVersion, tool };
  let digest = '';
  let facts = 0;
  return {
    header: canonicalJson(header),
    fact(line) {
      digest = chained(digest, line);
      facts += 1;
      return line;
    },
    trailer: () => canonicalJson({ end: true, facts, digest } satisfies SnapshotTrailer),
  };
}

/** Reads lines back into facts one by one. `finish` must be called at the end of the input: it refuses a snapshot that is cut. */
export interface SnapshotDecoder {
  /** The fact of a line, undefined for header and trailer. Throws RR301, RR302, RR303. */
  line(text: string): Fact | undefined;
  finish(): SnapshotHeader;
}

export function snapshotDecoder(name: string): SnapshotDecoder {
  let header: SnapshotHeader | undefined;
  let ended = false;
  let count = 0;
  let digest = '';
  return {
    line(text) {
      if (header === undefined) {
        header = decodeHeader(name, text);
        return undefined;
      }
      const at = `${name}, line ${count + 2}`;
      if (ended) throw new UserError('RR303', `${at}: there is text after the end of the snapshot.`);
      const value = parseLine(at, text);
      const trailer = snapshotTrailerSchema.safeParse(value);
      if (trailer.success) {
        ended = true;
        if (trailer.data.facts !== count || trailer.data.digest !== digest) {
          throw new UserError('RR303', `${name}: its ${count} facts are not the ${trailer.data.facts} that were written.`);
        }
        return undefined;
      }
      const fact = factSchema.safeParse(value);
      if (!fact.success) throw new UserError('RR303', `${at}: ${issueOf(fact.error)}`);
      if (fact.data.type === 'resource') checkAttributes(at, fact.data);
      count++;
      digest = chained(digest, text);
      return fact.data;
    },
    finish() {
      if (header === undefined) throw new UserError('RR301', `${name} is empty.`);
      if (!ended) throw new UserError('RR303', `${name} ends after ${count} facts without the closing line: whatever wrote it was interrupted.`);
      return header;
    },
  };
}

function decodeHeader(name: string, text: string): SnapshotHeader {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UserError('RR301', `${name} does not begin with a snapshot header.`);
  }
  const header = snapshotHeaderSchema.safeParse(value);
  if (!header.success) throw new UserError('RR301', `${name} does not begin with a snapshot header.`);
  const { version, tool } = header.data;
  if (version !== snapshotVersion) {
    const age = version < snapshotVersion ? 'an older' : 'a newer';
    throw new UserError('RR302', `${name} has format version ${version}, written by regionready ${tool}; this one reads version ${snapshotVersion}. It is ${age} format.`);
  }
  return header.data;
}

/** Schemas of kinds whose attributes may be missing; zod compiles one at its first use. */
const partial = new Map<string, z.ZodType>();

/** Rules trust the types of attributes, so a file from outside must have them right. Kinds that this version does not know pass: no rule reads them. */
function checkAttributes(at: string, { kind, attributes }: ResourceFact): void {
  if (kind === undefined || !Object.hasOwn(kinds, kind)) return;
  const schema = partial.get(kind) ?? (kinds[kind as keyof typeof kinds] as Kind).attributes.partial();
  partial.set(kind, schema);
  const known = schema.safeParse(attributes);
  if (!known.success) throw new UserError('RR303', `${at}: attributes.${issueOf(known.error)}`);
}

function parseLine(at: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError('RR303', `${at}: the line is not JSON.`);
  }
}

function issueOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'the line is no fact.' : `${issue.path.join('.') || 'fact'}: ${issue.message}`;
}

const chained = (digest: string, line: string): string => hashText(digest + line);
