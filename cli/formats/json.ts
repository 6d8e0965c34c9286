import type { ReportFormat } from './format.ts';
import { jsonPieces } from './json-pieces.ts';

/** The document as it is: one readiness, or a list of them where several targets were asked for. docs/schemas/readiness.schema.json describes it. */
export const json: ReportFormat<Iterable<string>> = function* (readinesses) {
  yield* jsonPieces(readinesses.length === 1 ? readinesses[0] : readinesses);
  yield '\n';
};
