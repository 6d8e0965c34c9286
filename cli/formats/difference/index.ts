import type { Difference } from '../../../model/difference.ts';
import type { FormatContext, RegisteredFormat, Rendered } from '../format.ts';

/** Prints differences, one for each pair of documents, without computing anything about them. */
export type DifferenceFormat = (differences: readonly Difference[], context: FormatContext) => Rendered;

/** Formats of a difference. */
export const differenceFormats: Readonly<Record<string, RegisteredFormat<DifferenceFormat>>> = {
  text: { title: 'what changed, for a terminal', extensions: ['.txt'], load: async () => (await import('./text.ts')).differenceText },
  json: { title: 'the whole difference', extensions: ['.json'], load: async () => (await import('./json.ts')).differenceJson },
  markdown: { title: 'comment for a pull request', extensions: ['.md', '.markdown'], load: async () => (await import('./markdown.ts')).differenceMarkdown },
};
