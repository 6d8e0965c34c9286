import { z } from 'zod';
import { comparisonSchema } from '../../model/comparison.ts';
import { configSchema } from '../../model/config.ts';
import { readinessDifferenceSchema, simulationDifferenceSchema, snapshotDifferenceSchema } from '../../model/difference.ts';
import { factSchema } from '../../model/fact.ts';
import { graphDocumentSchema } from '../../model/graph-document.ts';
import { planSchema } from '../../model/plan.ts';
import { readinessSchema } from '../../model/readiness.ts';
import { simulationSchema } from '../../model/simulation.ts';

/** JSON schemas of the documents that users and other tools read and write. */
export function schemas(): { readonly name: string; readonly schema: object }[] {
  const of = (name: string, title: string, schema: z.ZodType): { name: string; schema: object } => ({ name, schema: { title, ...z.toJSONSchema(schema, { io: 'input' }) } });
  return [
    of('config', 'regionready configuration', configSchema),
    of('fact', 'One fact line of a regionready snapshot', factSchema),
    of('comparison', 'regionready comparison', comparisonSchema),
    of('graph', 'regionready graph', graphDocumentSchema),
    of('difference', 'What changed between two regionready readinesses, snapshots or simulations', z.union([readinessDifferenceSchema, snapshotDifferenceSchema, simulationDifferenceSchema])),
    of('plan', 'A regionready migration plan', planSchema),
    of('simulation', 'A regionready simulation', simulationSchema),
    of('readiness', 'regionready readiness', readinessSchema),
  ];
}
