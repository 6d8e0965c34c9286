import { z } from 'zod';
import { blindSpotSchema } from './blind-spot.ts';
import { dataAccessSchema } from './data-access.ts';
import { severities, strategies } from './intent.ts';
import { membershipBases } from './membership.ts';
import { occurrenceSchema } from './occurrence.ts';
import { outcomes, timeSchema } from './simulation.ts';
import { spanSchema } from './span.ts';
import { sourceSchema } from './source.ts';

/** gap: looked, and it stands in the way · unknown: could not look · exempt: does not bind, for a reason · ready: looked, and it is fine. */
export const verdictStates = ['gap', 'unknown', 'exempt', 'ready'] as const;
export type VerdictState = (typeof verdictStates)[number];

/** What a verdict rests on. */
export const evidenceSchema = z.strictObject({
  what: z.string().describe('Attribute, edge or fact that was looked at: replicaRegions, replicates → media-euc1, region data'),
  value: z.string().describe('What it said, ready to print'),
  source: sourceSchema.optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** One replacement of text. Nothing outside of the span changes; an empty span inserts. */
export const replacementSchema = z.strictObject({
  span: spanSchema.describe('What is replaced'),
  text: z.string().describe('What replaces it'),
});
export type Replacement = z.infer<typeof replacementSchema>;

/** A change of source text in the file of the occurrence. */
export const editSchema = replacementSchema.extend({
  safe: z.boolean().describe('It changes nothing where the program runs today and needs no other change; otherwise it is a suggestion'),
  also: z.array(replacementSchema).optional().describe('Further replacements in the same file that belong to it: the data block that a reference needs'),
});
export type Edit = z.infer<typeof editSchema>;

/** One rule's verdict on one subject. */
export const judgementSchema = z.strictObject({
  rule: z.string(),
  state: z.enum(verdictStates),
  severity: z.enum(severities).describe('Severity of the gap; of other states, that which a gap of the rule has for the strategy'),
  subject: z.string().describe('Resource id, code location identity, or the name of a thing that is no resource'),
  title: z.string().describe('The subject for people'),
  service: z.string(),
  resources: z.array(z.string()).describe('Resources that the verdict is about'),
  message: z.string(),
  fix: z.string().optional().describe('What to do for this subject, where it is more than the rule’s own fix'),
  edit: editSchema.optional().describe('For code rules: the change that closes it'),
  effect: z.string().optional().describe('For gaps, accepted ones too: what it costs to leave it open, in RPO and RTO, under the strategy that it is judged for'),
  ask: z.string().optional().describe('For unknown: what would answer'),
  blocking: z.boolean().optional().describe('The strategy cannot be reached until this is closed'),
  targets: z.array(z.string()).describe('Target regions in which it holds'),
  evidence: z.array(evidenceSchema),
  occurrence: occurrenceSchema.optional().describe('For code rules'),
  source: sourceSchema.optional().describe('Where to look first'),
  fingerprint: z.string().describe('Stable identity: hash of rule and subject, never of message, line or count'),
  cause: z.string().optional().describe('Fingerprint of the gap that this one follows from: to close that one closes this one too'),
  before: z.array(z.string()).optional().describe('Fingerprints of gaps to close before this one, those of what its resource needs'),
  baselined: z.boolean().optional().describe('Known and accepted for now by the baseline'),
});
export type Judgement = z.infer<typeof judgementSchema>;

export const countsSchema = z.strictObject({ gap: z.int(), unknown: z.int(), exempt: z.int(), ready: z.int() });
export type Counts = z.infer<typeof countsSchema>;

/** blocked: a critical or blocking gap · gaps: others only · unknown: none known, but not everything was seen · ready: looked, and all is fine. */
export const statuses = ['blocked', 'gaps', 'unknown', 'ready'] as const;
export type Status = (typeof statuses)[number];

export const scoreSchema = z.strictObject({
  percent: z.number().nullable().describe('100 × ready ÷ judged, both weighted by severity; null where nothing was judged'),
  ready: z.number().describe('Sum of the weights of ready verdicts'),
  judged: z.number().describe('Sum of the weights of ready, gap and unknown verdicts'),
});
export type Score = z.infer<typeof scoreSchema>;

/** What the loss of home would do to a service as it stands, the worst of the home regions. */
export const recoveryOutlookSchema = z.strictObject({
  lost: z.string().describe('Home region whose loss it is about'),
  outcome: z.enum(outcomes),
  why: z.array(z.string()),
  rto: timeSchema,
  rpo: timeSchema,
});
export type RecoveryOutlook = z.infer<typeof recoveryOutlookSchema>;

export const serviceReadinessSchema = z.strictObject({
  id: z.string(),
  basis: z.enum(membershipBases),
  status: z.enum(statuses),
  counts: countsSchema,
  severities: z.record(z.enum(severities), z.int()).describe('Open gaps by severity'),
  score: scoreSchema,
  resources: z.int(),
  dependsOn: z.array(z.string()).describe('Services it needs at run time'),
  wave: z.int().positive().describe('Earliest migration wave, from 1'),
  recovery: recoveryOutlookSchema.optional().describe('Missing where nothing of the service is at home'),
});
export type ServiceReadiness = z.infer<typeof serviceReadinessSchema>;

/** The judgement of an estate for one intent. Everything a report shows is in it; formats only print. */
export const readinessSchema = z.strictObject({
  format: z.literal('regionready/readiness'),
  version: z.literal(1),
  tool: z.string().describe('Version of regionready that judged'),
  intent: z.strictObject({
    home: z.array(z.string()),
    target: z.string(),
    strategy: z.enum(strategies),
    today: z.string(),
  }),
  status: z.enum(statuses),
  score: scoreSchema,
  counts: countsSchema,
  severities: z.record(z.enum(severities), z.int()),
  causes: z.array(z.strictObject({
    fingerprint: z.string().describe('The gap that stands for all of them'),
    rule: z.string(),
    title: z.string().describe('Its subject for people'),
    severity: z.enum(severities),
    subjects: z.array(z.strictObject({ rule: z.string(), subject: z.string(), title: z.string() })).describe('What else it affects, the worst first'),
  })).optional().describe('Gaps from which others follow, those with most others first'),
  services: z.array(serviceReadinessSchema),
  dataAccess: z.array(dataAccessSchema).optional().describe('How services use stores of home and their copies, by store and service'),
  shared: z.strictObject({
    total: z.int().describe('Resources that several services need'),
    resources: z.array(z.strictObject({ id: z.string(), title: z.string(), resourceType: z.string(), service: z.string().describe('Service that it belongs to'), users: z.array(z.string()).describe('Services that need it directly') })).describe('Those that most services need, 100 at most'),
  }).optional().describe('Shared infrastructure: what moves with or before everyone who needs it'),
  waves: z.array(z.array(z.array(z.string()))).describe('Waves of groups of services that move together'),
  rules: z.array(z.strictObject({ id: z.string(), title: z.string(), severity: z.enum(severities), counts: countsSchema, practices: z.array(z.string()).optional().describe('Best practices of the AWS Well-Architected Framework that it serves: REL13-BP02') })),
  judgements: z.array(judgementSchema),
  coverage: z.strictObject({
    resources: z.int(),
    judged: z.int().describe('Resources that at least one rule had a verdict on'),
    outside: z.int().describe('Resources in regions that are neither home nor target'),
    byType: z.record(z.string(), z.int()),
    byRegion: z.record(z.string(), z.int()).optional().describe('Resources by region; not told where nobody said'),
    byAccount: z.record(z.string(), z.int()).optional().describe('Resources by account; not told where nobody said'),
    looked: z.record(z.string(), z.int()).describe('Counts that scanners report of what they looked at'),
    edges: z.int(),
    dangling: z.int(),
  }),
  blindSpots: z.array(blindSpotSchema),
  notes: z.array(z.string()).describe('Assumptions and things the reader should know: inferred home, expired exemptions, unused suppressions'),
});
export type Readiness = z.infer<typeof readinessSchema>;
