import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { tokenSchema, type Token } from '../api.ts';
import { now, record } from './audit.ts';
import { rowsAs } from './rows.ts';
import { sha256 } from './snapshots.ts';
import type { Database, Sql } from './sql.ts';
import type { TokenStore } from './store.ts';

const columns = 'id, name, scopes, made_at, made_by, expires_at';
const rowSchema = z
  .object({ id: z.string(), name: z.string(), scopes: z.string(), made_at: z.string(), made_by: z.string(), expires_at: z.string().nullable() })
  .transform(({ id, name, scopes, made_at: madeAt, made_by: madeBy, expires_at: expires }): Token =>
    tokenSchema.parse({ id, name, scopes: scopes.split(' '), madeAt, madeBy, ...(expires === null ? {} : { expires }) }));

/** Secrets have 256 random bits, so that a plain hash of one is enough: there is nothing to guess. */
export function tokenStore(database: Database): TokenStore {
  return {
    make: ({ name, scopes, expires }, actor) =>
      database.transaction(async (sql) => {
        const token = `rr_${randomBytes(32).toString('base64url')}`;
        const made: Token = { id: randomUUID(), name, scopes: [...new Set(scopes)], ...(expires === undefined ? {} : { expires }), madeAt: now(), madeBy: actor.who };
        const added = await sql.run(`INSERT INTO token (${columns}, hash) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`, [made.id, name, made.scopes.join(' '), made.madeAt, made.madeBy, expires ?? null, sha256(token)]);
        if (added === 0) return undefined;
        await record(sql, actor, { action: 'make token', subject: made.id });
        return { ...made, token };
      }),
    async find(secret, today) {
      const [token] = rowsAs(rowSchema, await database.all(`SELECT ${columns} FROM token WHERE hash = ?`, [sha256(secret)]));
      return token === undefined || (token.expires !== undefined && token.expires < today) ? undefined : token;
    },
    list: () => all(database),
    revoke: (id, actor) =>
      database.transaction(async (sql) => {
        const tokens = await all(sql);
        const token = tokens.find((each) => each.id === id);
        if (token === undefined) return 'unknown';
        if (isAdmin(token) && tokens.filter(isAdmin).length === 1) return 'last';
        await sql.run('DELETE FROM token WHERE id = ?', [id]);
        await record(sql, actor, { action: 'revoke token', subject: id });
        return 'revoked';
      }),
  };
}

const isAdmin = ({ scopes, expires }: Token): boolean => scopes.includes('admin') && expires === undefined;

async function all(sql: Sql): Promise<Token[]> {
  return rowsAs(rowSchema, await sql.all(`SELECT ${columns} FROM token ORDER BY made_at, id`));
}
