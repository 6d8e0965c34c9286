import { z } from 'zod';
import { edgeTypeSchema } from './edge-type-schema.ts';
import { severities, strategies } from './intent.ts';

/** expand: the target joins, home stays · move: home is given up. */
export const goals = ['expand', 'move'] as const;
export type Goal = (typeof goals)[number];

/**
 * new-build: nothing has to be carried over · planned-transition: build, copy, stop writing, switch · live-migration: keep both in step and
 * shift traffic bit by bit · remediate: none of these is possible yet, and the reasons say why.
 */
export const approaches = ['new-build', 'planned-transition', 'live-migration', 'remediate'] as const;
export type Approach = (typeof approaches)[number];

export const approachTitles: Readonly<Record<Approach, string>> = {
  'new-build': 'New build', 'planned-transition': 'Planned transition', 'live-migration': 'Live migration', remediate: 'Remediate first',
};

/** In the order in which they are gone through. */
export const phases = ['prepare', 'build', 'replicate', 'verify', 'rehearse', 'freeze', 'promote', 'enable', 'shift', 'soak', 'fence', 'decommission'] as const;
export type Phase = (typeof phases)[number];

const stepSchema = z.strictObject({
  phase: z.enum(phases),
  text: z.string(),
  resource: z.string().optional(),
  seconds: z.number().optional(),
  basis: z.enum(['documented', 'assumed']).optional(),
  irreversible: z.string().optional(),
});
export type PlanStep = z.infer<typeof stepSchema>;

const preconditionSchema = z.strictObject({ fingerprint: z.string(), rule: z.string(), title: z.string(), severity: z.enum(severities), message: z.string() });
export type Precondition = z.infer<typeof preconditionSchema>;

const plannedServiceSchema = z.strictObject({
  id: z.string(),
  wave: z.int().positive(),
  with: z.array(z.string()).describe('Services that it must move together with'),
  after: z.array(z.string()).describe('Services that must have moved before'),
  approach: z.enum(approaches),
  reasons: z.array(z.string()),
  pause: z.strictObject({ seconds: z.number().nullable().describe('Shortest time without writes; null where it cannot be said'), basis: z.enum(['documented', 'assumed']), parts: z.array(z.string()), tolerated: z.number().optional() }),
  preconditions: z.array(preconditionSchema).describe('Gaps to close before, critical and high ones, worst first'),
  steps: z.array(stepSchema),
  rollback: z.string(),
  irreversible: z.array(z.string()),
});
export type PlannedService = z.infer<typeof plannedServiceSchema>;

const waveSchema = z.strictObject({
  number: z.int().nonnegative().describe('0 is the foundations'),
  groups: z.array(z.array(z.string())).describe('Services that move together'),
  starts: z.iso.date(),
  ends: z.iso.date(),
});
export type PlannedWave = z.infer<typeof waveSchema>;

/** In which order what moves, and how. */
export const planSchema = z.strictObject({
  format: z.literal('regionready/plan'),
  version: z.literal(1),
  tool: z.string(),
  goal: z.enum(goals),
  home: z.array(z.string()),
  target: z.string(),
  strategy: z.enum(strategies),
  today: z.string(),
  foundations: z.array(preconditionSchema).describe('Wave 0: what no service can do for itself'),
  waves: z.array(waveSchema),
  services: z.array(plannedServiceSchema).describe('In the order of the waves'),
  debt: z.array(z.strictObject({ from: z.string(), to: z.string(), types: z.partialRecord(edgeTypeSchema, z.int()), largestAfter: z.int().describe('Services that still have to move together without it') })).describe('Dependencies that force services to move together, the heaviest first'),
  constraints: z.array(z.strictObject({ text: z.string(), met: z.boolean(), because: z.string().optional() })),
  notes: z.array(z.string()),
});
export type MigrationPlan = z.infer<typeof planSchema>;

/** What the configuration asks of a plan. */
export const planConfigSchema = z.strictObject({
  start: z.iso.date().optional().describe('Day on which the foundations begin; the day of the plan if not given'),
  waveDays: z.int().min(1).max(365).optional().describe('Days that a wave takes (default 14)'),
  maxPerWave: z.int().min(1).optional().describe('Most services in one wave; those that must move together count as they are'),
  first: z.array(z.string()).optional().describe('Services that move before every other that they do not need'),
  together: z.array(z.array(z.string()).min(2)).optional().describe('Services that move at the same time although nothing ties them'),
  freezes: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), reason: z.string().optional() })).optional().describe('Days on which no wave may be under way'),
});
export type PlanConfig = z.infer<typeof planConfigSchema>;
