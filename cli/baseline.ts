import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf, UserError } from '../model/errors.ts';
import { compareText } from '../model/json.ts';
import type { Judgement } from '../model/readiness.ts';
import { writeWhole } from './write-file.ts';

/** Gaps that are known and accepted for now. Keyed by fingerprint; rule and subject are there for people who review the file. */
export const baselineSchema = z.strictObject({
  format: z.literal('regionready/baseline'),
  version: z.literal(1),
  findings: z.array(z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{32}$/), rule: z.string(), subject: z.string() })),
});
export type Baseline = z.infer<typeof baselineSchema>;

export const emptyBaseline: Baseline = { format: 'regionready/baseline', version: 1, findings: [] };

/** Reads a baseline; a file that does not exist yet is an empty one where it is about to be written. Throws RR201, RR202, RR601. */
export async function readBaseline(path: string, mayBeMissing: boolean): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    const missing = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing && mayBeMissing) return emptyBaseline;
    if (missing) throw new UserError('RR201', `There is no baseline ${path}.`, { hint: 'Write it with --update-baseline.', cause: thrown });
    throw new UserError('RR202', `${path} cannot be read: ${messageOf(thrown)}`, { cause: thrown });
  }
  return parseBaseline(path, text);
}

function parseBaseline(path: string, text: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw new UserError('RR601', `${path} is not JSON: ${messageOf(thrown)}`, { cause: thrown });
  }
  const parsed = baselineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError('RR601', `${path} is no baseline: ${issue === undefined ? 'unknown form' : `${issue.path.join('.') || 'document'}: ${issue.message}`}`);
}

export interface BaselineChange {
  readonly baseline: Baseline;
  readonly added: number;
  readonly removed: number;
}

/** The baseline that accepts exactly the gaps of today. Those that are gone leave it. */
export function baselineOf(judgements: readonly Judgement[], before: Baseline): BaselineChange {
  const found = new Map(judgements.filter(({ state }) => state === 'gap').map(({ fingerprint, rule, subject }) => [fingerprint, { fingerprint, rule, subject }]));
  const findings = [...found.values()].sort((a, b) => compareText(a.rule, b.rule) || compareText(a.subject, b.subject) || compareText(a.fingerprint, b.fingerprint));
  const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  return {
    baseline: { ...emptyBaseline, findings },
    added: findings.filter(({ fingerprint }) => !known.has(fingerprint)).length,
    removed: [...known].filter((fingerprint) => !found.has(fingerprint)).length,
  };
}

/** Entries whose gap does not exist any more. */
export function staleEntries({ findings }: Baseline, judgements: readonly Judgement[]): Baseline['findings'] {
  const gaps = new Set(judgements.filter(({ state }) => state === 'gap').map(({ fingerprint }) => fingerprint));
  return findings.filter(({ fingerprint }) => !gaps.has(fingerprint));
}

export async function writeBaseline(path: string, baseline: Baseline): Promise<void> {
  await writeWhole(path, [`${JSON.stringify(baseline, null, 2)}\n`]);
}
