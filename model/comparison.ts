import { z } from 'zod';
import { severities, strategies } from './intent.ts';
import { scoreSchema, statuses } from './readiness.ts';

/** What candidates are ranked by. docs/cli.md and `compare --help` list them. */
export const criteria = {
  offer: { title: 'What the estate uses is offered there', weight: 5 },
  readiness: { title: 'What is ready there already', weight: 3 },
  latency: { title: 'Round trip from home', weight: 2 },
  users: { title: 'Round trip from the users', weight: 3 },
  distance: { title: 'Far enough from home not to share its disasters', weight: 1 },
  zones: { title: 'Availability zones', weight: 1 },
  enabled: { title: 'The accounts can use it', weight: 1 },
  price: { title: 'Price index', weight: 2 },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly weight: number }>>;
export type CriterionId = keyof typeof criteria;
export const criterionIds = Object.keys(criteria) as unknown as readonly [CriterionId, ...CriterionId[]];

const roundTripSchema = z.strictObject({
  from: z.string().describe('Home region, or ISO 3166-1 alpha-2 code of a country of users'),
  ms: z.number().optional().describe('Milliseconds; missing where nobody told us'),
  basis: z.enum(['measured', 'estimated']).optional(),
  share: z.number().optional().describe('For countries: their share of the users, of 1'),
});
export type RoundTrip = z.infer<typeof roundTripSchema>;

const partSchema = z.strictObject({
  criterion: z.enum(criterionIds),
  weight: z.number().nonnegative(),
  value: z.number().min(0).max(1).optional().describe('1 is best; missing where it is not known, and then it does not count'),
  why: z.string().describe('What the value rests on'),
});
export type Part = z.infer<typeof partSchema>;

const strategyOutcomeSchema = z.strictObject({
  strategy: z.enum(strategies),
  status: z.enum(statuses),
  score: scoreSchema,
  severities: z.record(z.enum(severities), z.int()),
  unknown: z.int().describe('Verdicts that could not be given'),
  blocking: z.int().describe('Gaps without whose closing the strategy cannot be reached'),
});
export type StrategyOutcome = z.infer<typeof strategyOutcomeSchema>;

const lackSchema = z.strictObject({
  rule: z.string(),
  state: z.enum(['gap', 'unknown']),
  severity: z.enum(severities),
  title: z.string().describe('The service, type, class, feature, quota or account'),
  message: z.string(),
  resources: z.int().describe('Resources that it concerns'),
  services: z.array(z.string()).describe('Services of the estate that it concerns'),
});
export type Lack = z.infer<typeof lackSchema>;

/** One region as a candidate. */
export const candidateSchema = z.strictObject({
  region: z.string(),
  name: z.string().optional(),
  country: z.string().optional().describe('ISO 3166-1 alpha-2'),
  partition: z.string().optional(),
  optIn: z.boolean().nullable().describe('Whether accounts must enable it first; null where that is not known'),
  zones: z.int().optional(),
  launched: z.string().optional(),
  kilometres: z.number().optional().describe('From the nearest home region'),
  residency: z.enum(['allowed', 'forbidden', 'undeclared']),
  price: z.number().optional().describe('Index as the configuration gives it'),
  roundTrips: z.array(roundTripSchema),
  lacks: z.array(lackSchema).describe('What the region lacks of what the estate uses, and what nobody told, worst first'),
  strategies: z.array(strategyOutcomeSchema),
  parts: z.array(partSchema),
  points: z.number().nullable().describe('100 × sum of weight × value ÷ sum of the weights that are known; null where none is'),
  known: z.number().describe('Share of the weights that are known, of 1'),
  disqualified: z.array(z.string()).describe('Why it cannot be taken, whatever its points'),
  rank: z.int().positive(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** Candidate target regions side by side. Everything that a format shows is in it. */
export const comparisonSchema = z.strictObject({
  format: z.literal('regionready/comparison'),
  version: z.literal(1),
  tool: z.string(),
  home: z.array(z.string()),
  strategy: z.enum(strategies).describe('Strategy that lacks, points and disqualification are about'),
  today: z.string(),
  users: z.record(z.string(), z.number()).describe('Share of the users by country, of 1; empty where not given'),
  weights: z.record(z.enum(criterionIds), z.number()),
  candidates: z.array(candidateSchema).describe('Best first'),
  notes: z.array(z.string()),
});
export type Comparison = z.infer<typeof comparisonSchema>;
