import { z } from 'zod';
import { now } from './audit.ts';
import { rowsAs } from './rows.ts';
import { contentOf } from './snapshots.ts';
import type { Database } from './sql.ts';
import type { AnswerStore } from './store.ts';

/** Most answers of a snapshot that are kept, and wishes that are remembered. */
const most = { answers: 300, wishes: 50 };

export function answerStore(database: Database): AnswerStore {
  return {
    async get(key) {
      const [row] = await database.all('SELECT headers, content FROM answer WHERE key = ?', [key]);
      return row === undefined ? undefined : { headers: headersSchema.parse(JSON.parse(String(row['headers']))), content: contentOf(row) };
    },
    async keep({ key, snapshot, digest, headers, content }) {
      await database.transaction(async (sql) => {
        if ((await sql.all('SELECT id FROM snapshot WHERE id = ?', [snapshot])).length === 0) return;
        // Of what was computed of another day, or before people said something, nothing is asked any more.
        await sql.run('DELETE FROM answer WHERE snapshot = ? AND digest <> ?', [snapshot, digest]);
        await sql.run('INSERT INTO answer (key, snapshot, digest, kept_at, headers, content) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', [key, snapshot, digest, now(), JSON.stringify(headers), content]);
        await sql.run('DELETE FROM answer WHERE snapshot = ? AND key NOT IN (SELECT key FROM answer WHERE snapshot = ? ORDER BY kept_at DESC LIMIT ?)', [snapshot, snapshot, most.answers]);
      });
    },
    async wish(wish) {
      await database.transaction(async (sql) => {
        await sql.run('INSERT INTO wish (wish, asked_at) VALUES (?, ?) ON CONFLICT (wish) DO UPDATE SET asked_at = excluded.asked_at', [wish, now()]);
        await sql.run('DELETE FROM wish WHERE wish NOT IN (SELECT wish FROM wish ORDER BY asked_at DESC LIMIT ?)', [most.wishes]);
      });
    },
    wishes: async (since, limit) => rowsAs(wishSchema, await database.all('SELECT wish FROM wish WHERE asked_at >= ? ORDER BY asked_at DESC LIMIT ?', [since, limit])),
  };
}

const headersSchema = z.record(z.string(), z.string());
const wishSchema = z.object({ wish: z.string() }).transform(({ wish }) => wish);
