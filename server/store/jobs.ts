import { z } from 'zod';
import { jobEventSchema } from '../jobs/api.ts';
import { now, record } from './audit.ts';
import { addEvent, insertJob, jobColumns, jobRows, jobRowSchema, jobTables } from './job-rows.ts';
import { paged } from './paged.ts';
import { rowsAs } from './rows.ts';
import type { Database, Sql } from './sql.ts';
import type { JobStore, Lease, Outcome } from './store.ts';

/** How often a job is begun before it is given up. */
export const mostAttempts = 4;
const idSchema = z.object({ id: z.string(), attempt: z.coerce.number() });

interface GivenBack {
  readonly id: string;
  readonly attempt: number;
  readonly problem: string;
  /** Another attempt would fail alike. */
  readonly final?: boolean;
  readonly waitMs?: number;
}

/** 30 s, 2 min, 8 min. */
const backoff = (attempt: number): number => 30_000 * 4 ** (attempt - 1);

/** Jobs in a table of the store. A process holds one by a lease that it renews; what it writes of a job counts only while it holds it. */
export function jobStore(database: Database): JobStore {
  const { nowMs, skipLocked } = database.words;
  const held = "id = ? AND worker = ? AND attempt = ? AND state = 'running'";

  /** What nobody renews any more is free again, or given up where it was begun too often. */
  async function reclaim(sql: Sql): Promise<void> {
    const lost = rowsAs(idSchema, await sql.all(`SELECT id, attempt FROM job WHERE state = 'running' AND lease_until < ${nowMs} LIMIT 20${skipLocked}`));
    for (const { id, attempt } of lost) await giveBack(sql, { id, attempt, problem: 'the process that ran it ended', waitMs: 0 });
  }

  async function giveBack(sql: Sql, { id, attempt, problem, final = false, waitMs = backoff(attempt) }: GivenBack): Promise<void> {
    const over = final || attempt >= mostAttempts;
    await sql.run(`UPDATE job SET state = ?, problem = ?, run_at = ${nowMs} + ?, lease_until = NULL, ended_at = ? WHERE id = ?`, [over ? 'failed' : 'queued', problem.slice(0, 2000), over ? 0 : waitMs, over ? now() : null, id]);
    await addEvent(sql, id, { kind: 'state', text: over ? `failed: ${problem}` : `queued again: ${problem}` });
  }

  return {
    enqueue: (scan, actor) =>
      database.transaction(async (sql) => {
        if ((await sql.all('SELECT id FROM scan WHERE id = ?', [scan])).length === 0) return undefined;
        const id = await insertJob(sql, { scan, who: actor.who, nowMs });
        if (id !== undefined) await record(sql, actor, { action: 'run scan', subject: scan });
        return jobRows(await sql.all(`SELECT ${jobColumns} FROM ${jobTables} WHERE ${id === undefined ? "job.scan = ? AND job.state IN ('queued', 'running')" : 'job.id = ?'}`, [id ?? scan]))[0];
      }),
    list: ({ scan, ...part }) => paged(database, { columns: jobColumns, from: `${jobTables}${scan === undefined ? '' : ' WHERE job.scan = ?'}`, values: scan === undefined ? [] : [scan], order: 'job.made_at DESC, job.id', part, schema: jobRowSchema }),
    get: async (id) => jobRows(await database.all(`SELECT ${jobColumns} FROM ${jobTables} WHERE job.id = ?`, [id]))[0],
    events: async (id, after) => rowsAs(jobEventSchema, await database.all('SELECT place, at, kind, text FROM job_event WHERE job = ? AND place > ? ORDER BY place LIMIT 1000', [id, after])),
    cancel: (id, actor) =>
      database.transaction(async (sql) => {
        const queued = await sql.run("UPDATE job SET state = 'cancelled', ended_at = ? WHERE id = ? AND state = 'queued'", [now(), id]);
        if (queued > 0) await addEvent(sql, id, { kind: 'state', text: 'cancelled' });
        const running = queued > 0 ? 0 : await sql.run("UPDATE job SET cancel_wanted = 1 WHERE id = ? AND state = 'running'", [id]);
        if (queued + running > 0) await record(sql, actor, { action: 'cancel job', subject: id });
        if (queued + running > 0) return 'cancelled';
        return (await sql.all('SELECT id FROM job WHERE id = ?', [id])).length > 0 ? 'over' : 'unknown';
      }),
    claim: (worker, leaseMs) =>
      database.transaction(async (sql) => {
        await reclaim(sql);
        const [free] = rowsAs(idSchema, await sql.all(`SELECT id, attempt FROM job WHERE state = 'queued' AND run_at <= ${nowMs} ORDER BY run_at LIMIT 1${skipLocked}`));
        if (free === undefined) return undefined;
        await sql.run(`UPDATE job SET state = 'running', worker = ?, attempt = attempt + 1, started_at = ?, cancel_wanted = 0, lease_until = ${nowMs} + ? WHERE id = ?`, [worker, now(), leaseMs, free.id]);
        await addEvent(sql, free.id, { kind: 'state', text: 'running' });
        return jobRows(await sql.all(`SELECT ${jobColumns} FROM ${jobTables} WHERE job.id = ?`, [free.id]))[0];
      }),
    async renew({ job, worker, attempt }, leaseMs) {
      const kept = await database.run(`UPDATE job SET lease_until = ${nowMs} + ? WHERE ${held}`, [leaseMs, job, worker, attempt]);
      if (kept === 0) return 'lost';
      const [row] = await database.all('SELECT cancel_wanted FROM job WHERE id = ?', [job]);
      return Number(row?.['cancel_wanted']) === 1 ? 'cancel' : 'held';
    },
    tell: ({ job, worker, attempt }, event) =>
      database.transaction(async (sql) => {
        // Locks the row, so that nobody else counts the events meanwhile.
        if ((await sql.run(`UPDATE job SET attempt = attempt WHERE ${held}`, [job, worker, attempt])) > 0) await addEvent(sql, job, event);
      }),
    end: ({ job, worker, attempt }: Lease, outcome: Outcome) =>
      database.transaction(async (sql) => {
        if ((await sql.run(`UPDATE job SET attempt = attempt WHERE ${held}`, [job, worker, attempt])) === 0) return false;
        if (outcome.state === 'failed') {
          await giveBack(sql, { id: job, attempt, problem: outcome.problem, final: outcome.final });
          return true;
        }
        const made = outcome.state === 'done' ? [outcome.snapshot, outcome.complete ? 1 : 0] : [null, null];
        await sql.run('UPDATE job SET state = ?, snapshot = ?, complete = ?, problem = NULL, lease_until = NULL, ended_at = ? WHERE id = ?', [outcome.state, ...made, now(), job]);
        await addEvent(sql, job, { kind: 'state', text: outcome.state });
        return true;
      }),
  };
}
