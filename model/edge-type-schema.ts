import { z } from 'zod';
import { edgeTypeNames, type EdgeType } from './edge.ts';

/** A kind of edge at a boundary. Apart from the kinds themselves, which pages use without zod. */
export const edgeTypeSchema = z.enum(edgeTypeNames as readonly [EdgeType, ...EdgeType[]]);
