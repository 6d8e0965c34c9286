import { z } from 'zod';
import { severities, strategies } from './intent.ts';
import { scoreSchema, statuses, verdictStates } from './readiness.ts';
import { lossSchema, outcomes } from './simulation.ts';
import { sourceSchema } from './source.ts';

const sideSchema = z.strictObject({
  state: z.enum(verdictStates),
  severity: z.enum(severities),
  message: z.string(),
  baselined: z.boolean().optional(),
});

/** What became of one verdict. */
export const verdictChanges = ['new', 'worse', 'better', 'fixed', 'gone'] as const;
export type VerdictChange = (typeof verdictChanges)[number];

const changedVerdictSchema = z.strictObject({
  change: z.enum(verdictChanges).describe('new: a gap or unknown where none was · worse, better: it was there, in another state or severity · fixed: a gap that was closed, looked at and fine · gone: a gap whose subject or rule is not judged any more'),
  rule: z.string(),
  subject: z.string(),
  title: z.string(),
  service: z.string(),
  before: sideSchema.optional(),
  after: sideSchema.optional(),
  causes: z.array(z.string()).describe('What changed beneath it, as far as the two documents tell'),
  source: sourceSchema.optional(),
  fingerprint: z.string(),
});
export type ChangedVerdict = z.infer<typeof changedVerdictSchema>;

const summarySchema = z.strictObject({ tool: z.string(), today: z.string(), strategy: z.enum(strategies), status: z.enum(statuses), score: scoreSchema, gaps: z.int(), unknown: z.int() });
export type Summary = z.infer<typeof summarySchema>;

/** Two judgements of the same road, one after the other. */
export const readinessDifferenceSchema = z.strictObject({
  format: z.literal('regionready/difference'),
  version: z.literal(1),
  of: z.literal('readiness'),
  home: z.array(z.string()),
  target: z.string(),
  before: summarySchema,
  after: summarySchema,
  verdicts: z.array(changedVerdictSchema).describe('Worst news first'),
  services: z.array(z.strictObject({ id: z.string(), before: z.enum(statuses).optional(), after: z.enum(statuses).optional() })).describe('Services whose status changed, came or went'),
  notes: z.array(z.string()).describe('What makes the two hard to compare: another strategy, another version of the tool'),
});
export type ReadinessDifference = z.infer<typeof readinessDifferenceSchema>;

const valueSchema = z.strictObject({ what: z.string().describe('Attribute, tag, region, or reference'), before: z.string().optional(), after: z.string().optional() });

/** Two snapshots of the same estate, one after the other. */
export const snapshotDifferenceSchema = z.strictObject({
  format: z.literal('regionready/difference'),
  version: z.literal(1),
  of: z.literal('snapshot'),
  resources: z.array(
    z.strictObject({
      change: z.enum(['added', 'removed', 'changed']),
      id: z.string(),
      resourceType: z.string(),
      name: z.string(),
      region: z.string().optional(),
      values: z.array(valueSchema),
      unseen: z.boolean().optional().describe('Removed or untold where the newer snapshot has a blind spot: it may still be as it was'),
    }),
  ),
  occurrences: z.strictObject({ added: z.int(), removed: z.int() }).describe('Texts in code and templates that name a region'),
  blindSpots: z.strictObject({ added: z.array(z.string()), removed: z.array(z.string()) }),
  counts: z.strictObject({ before: z.int(), after: z.int(), unchanged: z.int() }).describe('Resources'),
});
export type SnapshotDifference = z.infer<typeof snapshotDifferenceSchema>;

const changedOutcomeSchema = z.strictObject({
  id: z.string(),
  change: z.enum(['worse', 'new', 'better', 'gone']),
  before: z.enum(outcomes).optional(),
  after: z.enum(outcomes).optional(),
  causes: z.array(z.string()),
});
export type ChangedOutcome = z.infer<typeof changedOutcomeSchema>;

const storeState = z.enum(['copied', 'lost', 'unknown']);

/** Two rehearsals of the same loss, one after the other. */
export const simulationDifferenceSchema = z.strictObject({
  format: z.literal('regionready/difference'),
  version: z.literal(1),
  of: z.literal('simulation'),
  lost: z.array(lossSchema),
  services: z.array(changedOutcomeSchema).describe('Services that fare otherwise, or take another time, worst news first'),
  stores: z.array(z.strictObject({ id: z.string(), title: z.string(), before: storeState.optional(), after: storeState.optional() })),
  silent: z.strictObject({ added: z.array(z.string()), removed: z.array(z.string()) }).describe('What points at what is lost'),
  notes: z.array(z.string()),
});
export type SimulationDifference = z.infer<typeof simulationDifferenceSchema>;

export type Difference = ReadinessDifference | SnapshotDifference | SimulationDifference;
