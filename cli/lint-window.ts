import { resolve } from 'node:path';
import type { Occurrence } from '../model/occurrence.ts';
import { touches } from '../scanner/files/diff-lines.ts';
import type { Changes } from '../scanner/files/git-changes.ts';

/** Which of the findings are shown. Everything is read and judged all the same: what a constant is used for may stand in a file that did not change. */
export interface LintWindow {
  showsOccurrence(occurrence: Occurrence): boolean;
  showsFile(file: string): boolean;
  readonly notes: readonly string[];
}

export const everything: LintWindow = { showsOccurrence: () => true, showsFile: () => true, notes: [] };

/** What stands on changed lines; of a list, map or branch, each line of it. Files are relative to the working directory. */
export function changesWindow({ lines }: Changes, cwd: string, words: string): LintWindow {
  const linesOf = (file: string): ReturnType<typeof lines.get> => lines.get(resolve(cwd, file));
  return {
    showsFile: (file) => linesOf(file) !== undefined,
    showsOccurrence({ file, span, construct }) {
      const changed = linesOf(file);
      if (changed === undefined) return false;
      return touches(changed, span.line, span.endLine) || (construct !== undefined && touches(changed, construct.span.line, construct.span.endLine));
    },
    notes: [`Findings are shown for ${words} only: ${lines.size} ${lines.size === 1 ? 'file' : 'files'} changed.`],
  };
}
