import { UserError } from '../../model/errors.ts';
import { joinedBasis } from '../../scanner/files/basis.ts';
import type { Io } from '../command.ts';
import type { LintRun } from '../lint-run.ts';

export interface WithFixes {
  readonly fix: boolean;
  readonly dryRun: boolean;
  /** Whether somebody wants to read the edits: a format for machines. */
  readonly edits: boolean;
  /** The work tree is not what was read. */
  readonly staged: boolean;
  readonly home: readonly string[];
  readonly quiet: boolean;
  readonly io: Io;
}

/** Lints, makes or prints the safe changes if that was asked, and lints again: what is reported is what is there then. Throws RR103. */
export async function withFixes(run: () => Promise<LintRun>, { fix, dryRun, edits, staged, home, quiet, io }: WithFixes): Promise<LintRun> {
  if ((fix || dryRun) && staged) throw new UserError('RR103', '--fix changes the work tree, and --staged reads the index.', { hint: 'Fix without --staged, look at the change, and stage it.' });
  if (!fix && !dryRun && !edits) return run();
  const { withEdits } = await import('./with-edits.ts');
  const edited = async (): Promise<LintRun> => {
    const linted = await run();
    const looked = new Set<string>();
    const judgements = withEdits(linted.report.judgements, { root: io.cwd, home, looked });
    return { ...linted, report: { ...linted.report, judgements }, basis: linted.basis && joinedBasis(linted.basis, { paths: looked }) };
  };
  const found = await edited();
  if (!fix && !dryRun) return found;
  const { runFixes } = await import('./run-fixes.ts');
  const { written } = await runFixes(found.report.judgements, { io, quiet, dryRun });
  return written ? edited() : found;
}
