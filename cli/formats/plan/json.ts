import { jsonPieces } from '../json-pieces.ts';
import type { PlanFormat } from './index.ts';

export const planJson: PlanFormat = function* (plan) {
  yield* jsonPieces(plan);
  yield '\n';
};
