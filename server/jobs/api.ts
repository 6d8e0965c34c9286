import { z } from 'zod';
import { strategies } from '../../model/intent.ts';
import { secondsOf } from '../../model/duration.ts';
import { lineSchema, snapshotIdSchema } from '../api.ts';

/** Scans that are repeated, and the jobs that run them. */

const region = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'Write a region such as eu-west-1');
const shortest = 300;

/** What may be said to AWS by way of a definition is what reads: no endpoint, no file of the server. */
const awsSchema = z.strictObject({
  profile: z.string().regex(/^[\w.@+-]{1,128}$/).optional().describe('Profile of the AWS configuration of the process that scans'),
  accounts: z.array(z.union([z.string().regex(/^\d{12}$/), z.literal('all')])).max(5000).optional().describe('Accounts, or all for those of the organization; the one of the credentials if not given'),
  role: z.string().regex(/^(?:arn:[\w-]+:iam::(?:\{account\}|\d{12}):role\/)?[\w+=,.@/-]{1,512}$/).optional().describe('Role to assume in each account'),
  externalId: z.string().regex(/^[\w+=,.@:/-]{2,1224}$/).optional(),
  regions: z.array(region).max(100).optional().describe('Every enabled one if not given'),
  aggregator: z.string().regex(/^[\w@-]{1,256}$/).optional().describe('Aggregator of AWS Config: name or name@region'),
});

const pathSchema = z.string().min(1).max(1024).regex(/^[^\p{Cc}]*$/u, 'Control characters are not allowed').refine((path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'), 'Paths are relative to the folder of scans and do not leave it');

export const newScanSchema = z.strictObject({
  name: lineSchema.max(100),
  aws: awsSchema.optional().describe('Ask AWS, with the credentials of the process that scans'),
  paths: z.array(pathSchema).max(50).default([]).describe('Templates and code, below the folder that --scan-root names'),
  home: z.array(region).max(10).optional(),
  targets: z.array(region).max(10).optional().describe('Regions of which is asked what they offer'),
  every: z.string().refine((text) => (secondsOf(text) ?? 0) >= shortest, 'Write a duration of at least five minutes, such as 6h or 1d').optional().describe('How often it runs; only when somebody asks for it if not given'),
  from: z.iso.datetime().optional().describe('When it runs first, and what the interval counts from; now if not given'),
  judge: z.array(z.strictObject({ target: region, home: z.array(region).max(10).optional(), strategy: z.enum(strategies).optional() })).max(10).default([]).describe('Judgements to keep of each snapshot, for the history'),
}).refine(({ aws, paths }) => aws !== undefined || paths.length > 0, 'A scan reads AWS, paths or both');
export type NewScan = z.output<typeof newScanSchema>;

export const scanSchema = z.strictObject({ ...newScanSchema.shape, id: z.string(), next: z.string().optional().describe('When it runs again'), madeAt: z.string(), madeBy: z.string() });
export type Scan = z.infer<typeof scanSchema>;

/** queued: waits for its time or a worker · running · done · cancelled · failed: cannot be done, or was tried too often. */
export const jobStates = ['queued', 'running', 'done', 'cancelled', 'failed'] as const;
export type JobState = (typeof jobStates)[number];
export const isOver = (state: JobState): boolean => state !== 'queued' && state !== 'running';

export const jobSchema = z.strictObject({
  id: z.string(),
  scan: z.string(),
  name: z.string().describe('Of the scan'),
  state: z.enum(jobStates),
  attempt: z.int().describe('How often it was begun'),
  madeAt: z.string(),
  madeBy: z.string().describe('Who asked for it, or schedule'),
  notBefore: z.string().optional().describe('Of a queued one that was tried before: when it is tried again'),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  worker: z.string().optional().describe('Process that runs it, or ran it last'),
  snapshot: snapshotIdSchema.optional().describe('What it made'),
  complete: z.boolean().optional().describe('false: AWS did not answer every call'),
  problem: z.string().optional().describe('Why the last attempt came to nothing'),
});
export type Job = z.infer<typeof jobSchema>;

/** What a job tells while it runs. */
export const jobEventSchema = z.strictObject({
  place: z.int().describe('From 1, without gaps'),
  at: z.string(),
  kind: z.enum(['state', 'progress', 'note']),
  text: z.string(),
});
export type JobEvent = z.infer<typeof jobEventSchema>;
