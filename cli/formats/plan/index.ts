import type { MigrationPlan } from '../../../model/plan.ts';
import type { FormatContext, RegisteredFormat, Rendered } from '../format.ts';

/** Prints a plan without computing anything about it. */
export type PlanFormat = (plan: MigrationPlan, context: FormatContext) => Rendered;

/** Formats of a plan. */
export const planFormats: Readonly<Record<string, RegisteredFormat<PlanFormat>>> = {
  text: { title: 'waves and services for a terminal', extensions: ['.txt'], load: async () => (await import('./text.ts')).planText },
  markdown: { title: 'runbook with a checklist for each service', extensions: ['.md', '.markdown'], load: async () => (await import('./markdown.ts')).planMarkdown },
  json: { title: 'the whole plan', extensions: ['.json'], load: async () => (await import('./json.ts')).planJson },
  mermaid: { title: 'Gantt chart in Mermaid', extensions: ['.mmd', '.mermaid'], load: async () => (await import('./mermaid.ts')).planMermaid },
  csv: { title: 'steps as rows for an issue tracker', extensions: ['.csv'], load: async () => (await import('./csv.ts')).planCsv },
};
