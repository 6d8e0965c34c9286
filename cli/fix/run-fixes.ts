import type { Judgement } from '../../model/readiness.ts';
import type { Io } from '../command.ts';
import { terminalText } from '../formats/escape.ts';
import { counted } from '../formats/words.ts';
import { fixFiles, type FixOutcome } from './fix-files.ts';
import { unifiedDiff } from './unified-diff.ts';

export interface RunFixes {
  readonly io: Io;
  readonly quiet: boolean;
  readonly dryRun: boolean;
}

/** Makes or prints the safe changes and says on stderr what was done, what was not, and why. */
export async function runFixes(judgements: readonly Judgement[], { io, quiet, dryRun }: RunFixes): Promise<{ readonly written: boolean }> {
  const outcomes = await fixFiles(judgements, io.cwd, { write: !dryRun });
  if (dryRun) for (const { path, before, after } of outcomes) io.stdout.write(unifiedDiff(path, before, after));
  for (const { path, refusal } of outcomes) if (refusal !== undefined) io.stderr.write(`Not fixed: ${terminalText(path)}: ${terminalText(refusal)}.\n`);
  const written = outcomes.some(({ fixed }) => fixed > 0) && !dryRun;
  if (!quiet) io.stderr.write(summary(outcomes, judgements, dryRun));
  return { written };
}

function summary(outcomes: readonly FixOutcome[], judgements: readonly Judgement[], dryRun: boolean): string {
  const fixed = outcomes.reduce((sum, outcome) => sum + outcome.fixed, 0);
  const files = outcomes.filter((outcome) => outcome.fixed > 0).length;
  const suggestions = judgements.filter(({ state, edit }) => state === 'gap' && edit?.safe === false).length;
  const did = `${dryRun ? 'Would fix' : 'Fixed'} ${counted(fixed, 'finding')} in ${counted(files, 'file')}.`;
  return `${did}${suggestions === 0 ? '' : ` ${counted(suggestions, 'suggestion')} left to a person: --format json tells them.`}\n`;
}
