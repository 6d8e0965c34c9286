import type { Comparison } from '../../../model/comparison.ts';
import type { FormatContext, RegisteredFormat, Rendered } from '../format.ts';

/** Prints a comparison without computing anything about it. */
export type ComparisonFormat = (comparison: Comparison, context: FormatContext) => Rendered;

/** Formats of a comparison. */
export const comparisonFormats: Readonly<Record<string, RegisteredFormat<ComparisonFormat>>> = {
  text: { title: 'table and reasons for a terminal', extensions: ['.txt'], load: async () => (await import('./text.ts')).comparisonText },
  json: { title: 'the whole comparison document', extensions: ['.json'], load: async () => (await import('./json.ts')).comparisonJson },
  markdown: { title: 'page for a wiki or a decision record', extensions: ['.md', '.markdown'], load: async () => (await import('./markdown.ts')).comparisonMarkdown },
  csv: { title: 'one line for each candidate', extensions: ['.csv'], load: async () => (await import('./csv.ts')).comparisonCsv },
};
