import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { jobStates, type Job, type JobEvent } from '../jobs/api.ts';
import { now } from './audit.ts';
import { rowsAs } from './rows.ts';
import type { Sql } from './sql.ts';

/** Columns of jobs with the name of their scan, for a query that joins both. */
export const jobColumns = 'job.id, job.scan, scan.name, job.state, job.attempt, job.run_at, job.made_at, job.made_by, job.started_at, job.ended_at, job.worker, job.snapshot, job.complete, job.problem';
export const jobTables = 'job JOIN scan ON scan.id = job.scan';

const text = z.string().nullable();
export const jobRowSchema = z
  .object({ id: z.string(), scan: z.string(), name: z.string(), state: z.enum(jobStates), attempt: z.coerce.number(), run_at: z.coerce.number(), made_at: z.string(), made_by: z.string(), started_at: text, ended_at: text, worker: text, snapshot: text, complete: z.coerce.number().nullable(), problem: text })
  .transform(({ run_at: runAt, made_at: madeAt, made_by: madeBy, started_at: startedAt, ended_at: endedAt, worker, snapshot, complete, problem, ...rest }): Job => ({
    ...rest, madeAt, madeBy,
    ...told({ startedAt, endedAt, worker, snapshot, problem }),
    ...(complete === null ? {} : { complete: complete === 1 }),
    ...(rest.state === 'queued' && rest.attempt > 0 ? { notBefore: new Date(runAt).toISOString() } : {}),
  }));

/** Members that have a value. */
function told<T extends Readonly<Record<string, string | null>>>(values: T): { [Name in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as { [Name in keyof T]?: string };
}

/** A job for a scan, unless one waits or runs already. Its id, or undefined. */
export async function insertJob(sql: Sql, { scan, who, nowMs }: { readonly scan: string; readonly who: string; readonly nowMs: string }): Promise<string | undefined> {
  const id = randomUUID();
  const added = await sql.run(`INSERT INTO job (id, scan, state, attempt, run_at, made_at, made_by) VALUES (?, ?, 'queued', 0, ${nowMs}, ?, ?) ON CONFLICT DO NOTHING`, [id, scan, now(), who]);
  if (added === 0) return undefined;
  await addEvent(sql, id, { kind: 'state', text: 'queued' });
  return id;
}

/** Events of a job are few and are written by one process at a time, so that counting them is cheap and safe. */
export async function addEvent(sql: Sql, job: string, { kind, text: said }: Pick<JobEvent, 'kind' | 'text'>): Promise<void> {
  await sql.run('INSERT INTO job_event (job, place, at, kind, text) SELECT ?, COALESCE(MAX(place), 0) + 1, ?, ?, ? FROM job_event WHERE job = ?', [job, now(), kind, said.slice(0, 2000), job]);
}

export const jobRows = (rows: Parameters<typeof rowsAs>[1]): Job[] => [...rowsAs(jobRowSchema, rows)];
