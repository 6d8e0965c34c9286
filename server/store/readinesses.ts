import { z } from 'zod';
import { keptReadinessSchema, type KeptReadiness } from '../api.ts';
import { now, record } from './audit.ts';
import { paged } from './paged.ts';
import { rowsAs } from './rows.ts';
import { contentOf } from './snapshots.ts';
import type { Database, Sql } from './sql.ts';
import type { ReadinessStore } from './store.ts';

const columns = 'id, snapshot, summary, kept_at, kept_by';
const rowSchema = z
  .object({ id: z.string(), snapshot: z.string(), summary: z.string(), kept_at: z.string(), kept_by: z.string() })
  .transform(({ id, snapshot, summary, kept_at: keptAt, kept_by: keptBy }): KeptReadiness => keptReadinessSchema.parse({ id, snapshot, keptAt, keptBy, ...(JSON.parse(summary) as object) }));

export function readinessStore(database: Database): ReadinessStore {
  return {
    async keep({ id, snapshot, summary, content }, actor) {
      const created = await database.transaction(async (sql) => {
        const added = await sql.run(`INSERT INTO readiness (${columns}, target, strategy, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`, [id, snapshot, JSON.stringify(summary), now(), actor.who, summary.target, summary.strategy, content]);
        if (added > 0) await record(sql, actor, { action: 'keep readiness', subject: id });
        return added > 0;
      });
      return { kept: (await one(database, id)) as KeptReadiness, created };
    },
    async content(id) {
      const [row] = await database.all('SELECT content FROM readiness WHERE id = ?', [id]);
      return row === undefined ? undefined : contentOf(row);
    },
    list({ snapshot, target, strategy, ...part }) {
      const wanted = Object.entries({ snapshot, target, strategy }).flatMap(([column, value]) => (value === undefined ? [] : [[column, value] as const]));
      const condition = wanted.length === 0 ? '' : ` WHERE ${wanted.map(([column]) => `${column} = ?`).join(' AND ')}`;
      return paged(database, { columns, from: `readiness${condition}`, values: wanted.map(([, value]) => value), order: 'kept_at DESC, id', part, schema: rowSchema });
    },
  };
}

async function one(sql: Sql, id: string): Promise<KeptReadiness | undefined> {
  return rowsAs(rowSchema, await sql.all(`SELECT ${columns} FROM readiness WHERE id = ?`, [id]))[0];
}
