import type { ReportFormat } from './format.ts';

/** The document as it is: one readiness, or a list of them where several targets were asked for. docs/schemas/readiness.schema.json describes it. */
export const json: ReportFormat = (readinesses) => `${JSON.stringify(readinesses.length === 1 ? readinesses[0] : readinesses, null, 2)}\n`;
