import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from '../../model/fact.ts';
import { readinessSchema, type Judgement, type Readiness } from '../../model/readiness.ts';
import { snapshotLines } from '../../model/snapshot.ts';
import { runCli } from './io.ts';

/** A change of one file: what is cut out, and what stands in its place. */
export interface Cut {
  readonly file: string;
  readonly cut: string | RegExp;
  readonly put?: string;
}

export interface AuditOf {
  /** Folder below test/estates. */
  readonly estate: string;
  readonly cuts?: readonly Cut[];
  /** What a scan of AWS adds. */
  readonly learned?: readonly Fact[];
}

/** Judges an estate of test/estates as `audit` does, with its own configuration; cuts are made in a copy. Throws where a cut meets nothing. */
export async function auditOf({ estate, cuts = [], learned = [] }: AuditOf): Promise<Readiness> {
  const cwd = await mkdtemp(join(tmpdir(), 'regionready-estate-'));
  try {
    await cp(join(import.meta.dirname, '../estates', estate), cwd, { recursive: true });
    for (const { file, cut, put = '' } of cuts) {
      const text = await readFile(join(cwd, file), 'utf8');
      const changed = text.replace(cut, () => put);
      if (changed === text) throw new Error(`${file} has no ${String(cut)}`);
      await writeFile(join(cwd, file), changed);
    }
    return await audited(cwd, learned);
  } finally {
    await rm(cwd, { recursive: true });
  }
}

async function audited(cwd: string, learned: readonly Fact[]): Promise<Readiness> {
  const paths = learned.length === 0 ? ['.'] : ['.', await snapshotIn(cwd, learned)];
  const { code, stdout, stderr } = await runCli(['audit', ...paths, '--format', 'json', '--fail-on', 'none', '--quiet'], { cwd, env: { REGIONREADY_TODAY: '2026-11-21' } });
  if (code !== 0) throw new Error(stderr);
  return readinessSchema.parse(JSON.parse(stdout));
}

async function snapshotIn(cwd: string, facts: readonly Fact[]): Promise<string> {
  const path = join(cwd, 'scan.snapshot');
  await writeFile(path, `${[...snapshotLines(facts, 'test')].join('\n')}\n`);
  return path;
}

/** `high data-s3-no-crr media`, in the order of the report. */
export const lineOf = ({ severity, rule, title }: Judgement): string => `${severity} ${rule} ${title}`;

export const linesOf = ({ judgements }: Readiness, state: Judgement['state']): string[] => judgements.filter((judged) => judged.state === state).map(lineOf);
