import { z } from 'zod';
import { severities } from './intent.ts';
import { statuses } from './readiness.ts';

/**
 * itself: it is in the target, or global · copied: its data has a copy there · counterpart: the same thing stands there · possibly: for all
 * that anybody told, its data may have a copy there · missing: data without a copy there · absent: nothing of it is there, and no data is at risk.
 */
export const presences = ['itself', 'copied', 'counterpart', 'possibly', 'missing', 'absent'] as const;
export type Presence = (typeof presences)[number];

const counts = {
  gaps: z.partialRecord(z.enum(severities), z.int()).describe('Open gaps by severity'),
  worst: z.enum(severities).optional().describe('Worst of them; missing where there is none'),
  unknown: z.int().describe('Verdicts that nobody could give'),
};

/** What a judgement, and a loss if one was asked for, say of a resource. */
export const resourceOverlaySchema = z.strictObject({
  ...counts,
  inTarget: z.enum(presences),
  owner: z.string().optional().describe('By its tags: owner, owned-by, team, squad'),
  fate: z.enum(['untouched', 'lost', 'replaced', 'stopped', 'degraded']).optional().describe('What the loss does to it'),
});
export type ResourceOverlay = z.infer<typeof resourceOverlaySchema>;

/** The same of several resources together. */
export const groupOverlaySchema = z.strictObject({
  ...counts,
  inTarget: z.partialRecord(z.enum(presences), z.int()).describe('Its resources by what of them is in the target'),
  owners: z.array(z.strictObject({ owner: z.string(), resources: z.int() })).describe('By tags of its resources, the one with most first; ten at most'),
});
export type GroupOverlay = z.infer<typeof groupOverlaySchema>;

/** The same of a service. */
export const serviceOverlaySchema = groupOverlaySchema.extend({
  status: z.enum(statuses).optional(),
  percent: z.number().nullable().optional().describe('Score'),
  loss: z.strictObject({ state: z.enum(['untouched', 'switches', 'impaired', 'down']), untouched: z.int(), lost: z.int(), replaced: z.int(), stopped: z.int(), degraded: z.int() }).optional().describe('What the loss does to it'),
});
export type ServiceOverlay = z.infer<typeof serviceOverlaySchema>;
