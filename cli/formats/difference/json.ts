import { jsonPieces } from '../json-pieces.ts';
import type { DifferenceFormat } from './index.ts';

/** The document as it is: one difference, or a list of them where several targets were judged. */
export const differenceJson: DifferenceFormat = function* (differences) {
  yield* jsonPieces(differences.length === 1 ? differences[0] : differences);
  yield '\n';
};
