import { jsonPieces } from '../json-pieces.ts';
import type { GraphFormat } from './graph-format.ts';

/** The document as it is. docs/schemas/graph.schema.json describes it. */
export const graphJson: GraphFormat<Iterable<string>> = function* (document) {
  yield* jsonPieces(document);
  yield '\n';
};
