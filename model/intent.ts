import { z } from 'zod';
import { secondsOf } from './duration.ts';

export const strategies = ['backup-restore', 'pilot-light', 'warm-standby', 'active-active'] as const;
export type Strategy = (typeof strategies)[number];

export const strategyTitles: Readonly<Record<Strategy, string>> = {
  'backup-restore': 'Backup & restore',
  'pilot-light': 'Pilot light',
  'warm-standby': 'Warm standby',
  'active-active': 'Active-active',
};

/** From worst to least. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

/** True if `severity` is as bad as `threshold` or worse. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}

const durationSchema = z.string().refine((text) => secondsOf(text) !== undefined, 'Write a duration such as 0s, 15m, 4h or 1d');

export const serviceIntentSchema = z.strictObject({
  tier: z.int().min(0).max(4).optional().describe('Business tier, 0 is the most critical'),
  rto: durationSchema.optional().describe('Recovery time objective, such as 15m, 4h, 1d'),
  rpo: durationSchema.optional().describe('Recovery point objective, such as 0s, 15m, 24h'),
  pause: durationSchema.optional().describe('Longest time without writes that the business tolerates once, for a planned transition, such as 30m'),
  consistency: z.enum(['strong', 'eventual']).optional().describe('What the service needs of data that it reads: strong where it must see every write, eventual where it tolerates that copies lag'),
  strategy: z.enum(strategies).optional().describe('Strategy of this service, where it differs from the estate’s'),
  include: z.array(z.string()).default([]).describe('Resource ids, names, stacks, paths relative to the configuration file or tag expressions key=value that belong to the service; * stands for any run of characters. Code that its functions run belongs to it without being named'),
});
export type ServiceIntent = z.infer<typeof serviceIntentSchema>;

export const exemptionSchema = z.strictObject({
  rule: z.string().describe('Rule id, or * for every rule'),
  subject: z.string().describe('Resource id or name; * matches any run of characters'),
  reason: z.string().min(1).describe('Why the gap is accepted'),
  until: z.iso.date().optional().describe('Last day on which the exemption holds'),
});
export type Exemption = z.infer<typeof exemptionSchema>;

/** What the user wants to be true: judged against, never guessed silently. */
export interface Intent {
  /** Regions that the workload runs in today. */
  readonly home: readonly string[];
  /** Region that must be able to take over or join. */
  readonly target: string;
  readonly strategy: Strategy;
  readonly services: Readonly<Record<string, ServiceIntent>>;
  readonly exemptions: readonly Exemption[];
  /** Countries (ISO 3166-1 alpha-2) that data may be kept in; undefined where nothing was declared. */
  readonly residency?: readonly string[] | undefined;
  /** Room that the target must have over what home uses, as a factor: 2 for twice as much; each rule has its own where nothing was said. */
  readonly headroom?: number | undefined;
  /** Day of the judgement, ISO 8601: rules have no clock, expiry needs one. */
  readonly today: string;
}

/** What a configuration without services says of them: one object, by which what is computed for it is found again. */
export const noServices: Intent['services'] = {};

/** Strategy of a service: its own, where the intent gives it one. */
export function strategyOf({ services, strategy }: Pick<Intent, 'services' | 'strategy'>, service: string): Strategy {
  return (Object.hasOwn(services, service) ? services[service]?.strategy : undefined) ?? strategy;
}
