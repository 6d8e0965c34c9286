import { resolve } from 'node:path';
import { UserError } from '../model/errors.ts';
import type { Severity } from '../model/intent.ts';
import type { Judgement } from '../model/readiness.ts';
import { baselineOf, readBaseline, staleEntries, writeBaseline, type Baseline } from './baseline.ts';
import type { ExitCode, Io } from './command.ts';
import { terminalText } from './formats/escape.ts';
import { failsAt } from './formats/words.ts';

export interface GateOptions {
  readonly baseline?: string | undefined;
  readonly updateBaseline?: boolean | undefined;
  readonly pruneBaseline?: boolean | undefined;
  readonly quiet: boolean;
  /** Option of the command that removes what is gone. */
  readonly remover: '--prune-baseline' | '--update-baseline';
}

/** What lets a command fail: the baseline of accepted gaps, and the severity from which an open gap counts. */
export interface Gate {
  /** Fingerprints that are accepted for now. */
  readonly known: ReadonlySet<string>;
  /** The baseline is being written: what is found now will be accepted. */
  readonly updating: boolean;
  /** Writes the baseline if that was asked for, else says which of its entries are stale. Gives the number of stale ones that are left. */
  settle(judgements: readonly Judgement[]): Promise<number>;
}

export async function openGate({ baseline: path, updateBaseline = false, pruneBaseline = false, quiet, remover }: GateOptions, io: Io): Promise<Gate> {
  if (updateBaseline && pruneBaseline) throw new UserError('RR103', '--update-baseline removes what is gone, too: --prune-baseline says nothing beside it.');
  if (path === undefined) {
    if (pruneBaseline) throw new UserError('RR102', '--prune-baseline needs to know which file.', { hint: 'Name it: --baseline regionready.baseline.json --prune-baseline' });
    if (updateBaseline) throw new UserError('RR102', '--update-baseline needs to know which file.', { hint: 'Name it: --baseline regionready.baseline.json --update-baseline' });
    return { known: new Set(), updating: false, settle: async () => 0 };
  }
  const absolute = resolve(io.cwd, path);
  const before = await readBaseline(absolute, updateBaseline);
  return {
    known: new Set(before.findings.map(({ fingerprint }) => fingerprint)),
    updating: updateBaseline,
    settle: (judgements) => (updateBaseline ? update(judgements) : pruneBaseline ? prune(judgements) : reportStale(judgements)),
  };

  async function update(judgements: readonly Judgement[]): Promise<number> {
    const { baseline, added, removed } = baselineOf(judgements, before);
    await writeBaseline(absolute, baseline);
    if (!quiet) io.stderr.write(`Wrote ${baseline.findings.length} gaps to ${terminalText(path ?? '')}: ${added} new, ${removed} gone\n`);
    return 0;
  }

  async function prune(judgements: readonly Judgement[]): Promise<number> {
    const stale = new Set(staleEntries(before, judgements));
    const findings = before.findings.filter((entry) => !stale.has(entry));
    if (stale.size > 0) await writeBaseline(absolute, { ...before, findings });
    if (!quiet) io.stderr.write(stale.size === 0 ? `Every gap of ${terminalText(path ?? '')} is still there.\n` : `Took ${stale.size} ${stale.size === 1 ? 'gap' : 'gaps'} that ${stale.size === 1 ? 'is' : 'are'} gone out of ${terminalText(path ?? '')}; ${findings.length} left\n`);
    return 0;
  }

  async function reportStale(judgements: readonly Judgement[]): Promise<number> {
    const stale = staleEntries(before, judgements);
    if (stale.length > 0 && !quiet) io.stderr.write(staleText(stale, remover));
    return stale.length;
  }
}

const mostNamed = 3;

function staleText(stale: Baseline['findings'], remover: GateOptions['remover']): string {
  const named = stale.slice(0, mostNamed).map(({ rule, subject }) => terminalText(`${rule} ${subject}`));
  return `${stale.length} ${stale.length === 1 ? 'gap' : 'gaps'} of the baseline ${stale.length === 1 ? 'is' : 'are'} not found any more: ${named.join('; ')}${stale.length > mostNamed ? ' …' : ''}. ${remover} removes ${stale.length === 1 ? 'it' : 'them'}${remover === '--update-baseline' ? ' and accepts what is new' : ''}.\n`;
}

export function gapFingerprints(judgements: readonly Judgement[]): ReadonlySet<string> {
  return new Set(judgements.filter(({ state }) => state === 'gap').map(({ fingerprint }) => fingerprint));
}

export function exitCodeOf(judgements: readonly Judgement[], failOn: Severity | 'none'): ExitCode {
  return judgements.some((judgement) => failsAt(judgement, failOn)) ? 1 : 0;
}

/** Least severity that fails, where nobody said. */
export const defaultFailOn: Severity = 'high';
