import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { secondsOf } from '../../model/duration.ts';
import { newScanSchema, type NewScan, type Scan } from '../jobs/api.ts';
import { now, record } from './audit.ts';
import { insertJob } from './job-rows.ts';
import { paged } from './paged.ts';
import { rowsAs } from './rows.ts';
import type { Database, Sql } from './sql.ts';
import type { ScanStore } from './store.ts';

const columns = 'id, name, content, next_at, made_at, made_by';
const rowSchema = z
  .object({ id: z.string(), name: z.string(), content: z.string(), next_at: z.coerce.number().nullable(), made_at: z.string(), made_by: z.string() })
  .transform(({ id, content, next_at: next, made_at: madeAt, made_by: madeBy }): Scan => ({ ...newScanSchema.parse(JSON.parse(content)), id, madeAt, madeBy, ...(next === null ? {} : { next: new Date(next).toISOString() }) }));

export function scanStore(database: Database): ScanStore {
  const { nowMs, skipLocked } = database.words;
  return {
    define: (scan, actor) =>
      database.transaction(async (sql) => {
        const made: Scan = { ...scan, id: randomUUID(), madeAt: now(), madeBy: actor.who };
        const next = scan.every === undefined ? null : nextRun(scan, Date.now());
        const added = await sql.run(`INSERT INTO scan (${columns}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`, [made.id, scan.name, JSON.stringify(scan), next, made.madeAt, actor.who]);
        if (added === 0) return undefined;
        await record(sql, actor, { action: 'define scan', subject: made.id });
        return { ...made, ...(next === null ? {} : { next: new Date(next).toISOString() }) };
      }),
    list: (part) => paged(database, { columns, from: 'scan', order: 'name, id', part, schema: rowSchema }),
    get: async (id) => rowsAs(rowSchema, await database.all(`SELECT ${columns} FROM scan WHERE id = ?`, [id]))[0],
    remove: (id, actor) =>
      database.transaction(async (sql) => {
        const removed = await sql.run('DELETE FROM scan WHERE id = ?', [id]);
        if (removed > 0) await record(sql, actor, { action: 'delete scan', subject: id });
        return removed > 0;
      }),
    schedule: () =>
      database.transaction(async (sql) => {
        // Two processes do not both schedule the same scan: the second one leaves out what the first holds.
        const due = rowsAs(rowSchema, await sql.all(`SELECT ${columns} FROM scan WHERE next_at <= ${nowMs} ORDER BY next_at LIMIT 100${skipLocked}`));
        for (const scan of due) {
          await insertJob(sql, { scan: scan.id, who: 'schedule', nowMs });
          await sql.run('UPDATE scan SET next_at = ? WHERE id = ?', [nextRun(scan, (await clock(sql, nowMs)) + 1), scan.id]);
        }
        return due.length;
      }),
  };
}

/** The first time from `after` on that the interval meets, counted from where it began. Times that nobody was there for are not made up for. */
export function nextRun({ every = '', from }: Pick<NewScan, 'every' | 'from'>, after: number): number {
  const step = (secondsOf(every) ?? 86_400) * 1000;
  const anchor = from === undefined ? 0 : Date.parse(from);
  return anchor >= after ? anchor : anchor + Math.ceil((after - anchor) / step) * step;
}

async function clock(sql: Sql, nowMs: string): Promise<number> {
  return rowsAs(z.object({ at: z.coerce.number() }), await sql.all(`SELECT ${nowMs} AS at`))[0]?.at ?? Date.now();
}
