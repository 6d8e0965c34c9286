import { z } from 'zod';
import { durationText } from './duration.ts';
import { strategies } from './intent.ts';
import { sourceSchema } from './source.ts';

/** What may be lost. `control-plane`: what runs goes on, nothing can be changed through the service. */
export const lossSchema = z.strictObject({
  kind: z.enum(['region', 'zone', 'account', 'service', 'control-plane']),
  value: z.string().describe('Region code, zone name or id, account id, or service code (dynamodb, iam)'),
  region: z.string().optional().describe('For services: only in this region'),
});
export type Loss = z.infer<typeof lossSchema>;

/** survives: nothing has to be done · recovers: works again after the steps · degrades: a part works, another cannot be brought back · stops: cannot be brought back · unknown: nobody told enough. */
export const outcomes = ['stops', 'degrades', 'unknown', 'recovers', 'survives'] as const;
export type Outcome = (typeof outcomes)[number];

/** How many services come to which outcome. */
export function outcomeCounts(services: readonly { readonly outcome: Outcome }[]): Record<Outcome, number> {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome } of services) counts[outcome] += 1;
  return counts;
}

export const timeSchema = z.strictObject({
  seconds: z.number().nullable().describe('null where it has no end: data that is lost for good, a service that cannot be brought back'),
  basis: z.enum(['documented', 'assumed']).describe('assumed where any part of it is ours until a rehearsal measures it'),
  objective: z.number().optional().describe('Seconds that the configuration asks for'),
  met: z.boolean().optional().describe('Missing where there is no objective'),
  why: z.array(z.string()).describe('The chain that dominates it, in order'),
});
export type Time = z.infer<typeof timeSchema>;

/** 20 min, assumed; over the objective of 15 min. */
export function timeText({ seconds, basis, objective, met }: Time, never: string): string {
  const time = seconds === null ? never : seconds === 0 ? 'none' : `${durationText(seconds)}, ${basis}`;
  if (objective === undefined) return time;
  return `${time}; objective ${durationText(objective)} ${met === undefined ? 'cannot be judged' : met ? 'is met' : 'is missed'}`;
}

const serviceSchema = z.strictObject({
  id: z.string(),
  outcome: z.enum(outcomes),
  why: z.array(z.string()).describe('What decides it, worst first'),
  counts: z.strictObject({ untouched: z.int(), lost: z.int(), replaced: z.int(), stopped: z.int(), degraded: z.int() }),
  rto: timeSchema,
  rpo: timeSchema,
  waitsFor: z.array(z.string()).describe('Services that must be back before it, in order'),
});
export type ServiceOutcome = z.infer<typeof serviceSchema>;

const storeSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  service: z.string(),
  state: z.enum(['copied', 'lost', 'unknown']),
  copies: z.array(z.string()),
  way: z.string().optional().describe('How its data is elsewhere'),
  seconds: z.number().nullable().optional().describe('Data lost, in seconds of writes; null for everything; missing where nobody told'),
  basis: z.enum(['documented', 'assumed']).optional(),
  why: z.string(),
});
export type StoreLoss = z.infer<typeof storeSchema>;

const stepSchema = z.strictObject({
  order: z.int().positive().describe('Steps of the same order can be taken at the same time'),
  service: z.string(),
  resource: z.string().optional(),
  text: z.string(),
  seconds: z.number(),
  basis: z.enum(['documented', 'assumed']),
  why: z.string(),
  plane: z.enum(['data', 'control']),
  irreversible: z.string().optional(),
  blocked: z.string().optional().describe('Why it cannot be taken while the loss lasts'),
  critical: z.boolean().describe('On the path that decides when the service is back'),
});
export type SimulatedStep = z.infer<typeof stepSchema>;

const silentSchema = z.strictObject({
  service: z.string(),
  what: z.string().describe('What still points at what is lost'),
  why: z.string(),
  source: sourceSchema.optional(),
});
export type SilentDependency = z.infer<typeof silentSchema>;

/** What a loss does to the estate as it stands. A reading of the graph, not a promise: a rehearsal finds what no document tells. */
export const simulationSchema = z.strictObject({
  format: z.literal('regionready/simulation'),
  version: z.literal(1),
  tool: z.string(),
  today: z.string(),
  strategy: z.enum(strategies),
  target: z.string().optional().describe('Where what is lost is made anew'),
  lost: z.array(lossSchema),
  services: z.array(serviceSchema).describe('Worst first'),
  stores: z.array(storeSchema).describe('What becomes of the data that was in what is lost'),
  steps: z.array(stepSchema).describe('Order of recovery'),
  silent: z.array(silentSchema).describe('Dependencies on what is lost from code and configuration elsewhere'),
  notes: z.array(z.string()),
});
export type Simulation = z.infer<typeof simulationSchema>;
