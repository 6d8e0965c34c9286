import { lineStarts } from '../../model/position.ts';
import type { Judgement } from '../../model/readiness.ts';
import { editFor } from '../../rules/fixes/index.ts';
import { moduleFiles } from './module-files.ts';
import { openSource } from './source-file.ts';

export interface EditRequest {
  readonly root: string;
  readonly home: readonly string[];
  /** Takes the places that were looked at around the files. */
  readonly looked?: Set<string>;
}

/** The judgements with the changes that close their gaps, where fixers know them. Each file with gaps is read once. */
export function withEdits(judgements: readonly Judgement[], { root, home, looked }: EditRequest): Judgement[] {
  const beside = moduleFiles(root, looked);
  const byFile = Map.groupBy(judgements.filter(({ state }) => state === 'gap'), ({ occurrence }) => occurrence?.file ?? '');
  const edits = new Map<Judgement, Judgement>();
  for (const [path, own] of byFile) {
    const opened = openSource(root, path);
    if (!('file' in opened)) continue;
    const { text } = opened.file;
    const around = { text, starts: lineStarts(text), home, beside: beside(path) };
    for (const judgement of own) {
      const edit = editFor(judgement, around);
      if (edit !== undefined && edit !== judgement.edit) edits.set(judgement, { ...judgement, edit });
    }
  }
  return judgements.map((judgement) => edits.get(judgement) ?? judgement);
}
