import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { waiverSchema, type Waiver } from '../api.ts';
import { now, record } from './audit.ts';
import { paged } from './paged.ts';
import { rowsAs } from './rows.ts';
import type { Database } from './sql.ts';
import type { WaiverStore } from './store.ts';

const columns = 'id, rule, subject, reason, until_day, made_at, made_by, withdrawn_at';
const rowSchema = z
  .object({ id: z.string(), rule: z.string(), subject: z.string(), reason: z.string(), until_day: z.string().nullable(), made_at: z.string(), made_by: z.string(), withdrawn_at: z.string().nullable() })
  .transform(({ until_day: until, made_at: madeAt, made_by: madeBy, withdrawn_at: withdrawnAt, ...rest }): Waiver =>
    waiverSchema.parse({ ...rest, madeAt, madeBy, ...(until === null ? {} : { until }), ...(withdrawnAt === null ? {} : { withdrawnAt }) }));

export function waiverStore(database: Database): WaiverStore {
  return {
    add: ({ rule, subject, reason, until }, actor) =>
      database.transaction(async (sql) => {
        const waiver: Waiver = { id: randomUUID(), rule, subject, reason, ...(until === undefined ? {} : { until }), madeAt: now(), madeBy: actor.who };
        await sql.run(`INSERT INTO waiver (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, NULL)`, [waiver.id, rule, subject, reason, until ?? null, waiver.madeAt, waiver.madeBy]);
        await record(sql, actor, { action: 'waive', subject: waiver.id });
        return waiver;
      }),
    list: (part) => paged(database, { columns, from: 'waiver', order: 'made_at DESC, id', part, schema: rowSchema }),
    standing: async () => rowsAs(rowSchema, await database.all(`SELECT ${columns} FROM waiver WHERE withdrawn_at IS NULL ORDER BY made_at, id`)),
    withdraw: (id, actor) =>
      database.transaction(async (sql) => {
        const withdrawn = await sql.run('UPDATE waiver SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL', [now(), id]);
        if (withdrawn > 0) await record(sql, actor, { action: 'withdraw waiver', subject: id });
        if (withdrawn > 0) return 'withdrawn';
        return (await sql.all('SELECT id FROM waiver WHERE id = ?', [id])).length > 0 ? 'was withdrawn' : 'unknown';
      }),
  };
}
