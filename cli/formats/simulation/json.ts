import { jsonPieces } from '../json-pieces.ts';
import type { SimulationFormat } from './index.ts';

export const simulationJson: SimulationFormat = function* ({ simulations, assertions }) {
  yield* jsonPieces({ simulations, assertions: assertions.map(({ assertion: { text }, holds, because }) => ({ text, holds, because })) });
  yield '\n';
};
