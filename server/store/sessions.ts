import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { scopes, type Scope } from '../api.ts';
import { now, record } from './audit.ts';
import { rowsAs } from './rows.ts';
import { sha256 } from './snapshots.ts';
import type { Database } from './sql.ts';
import type { SessionStore } from './store.ts';

const loginMs = 10 * 60_000;
const loginSchema = z.object({ verifier: z.string(), nonce: z.string(), back: z.string() });
const sessionSchema = z
  .object({ who: z.string(), scopes: z.string() })
  .transform(({ who, scopes: allowed }) => ({ who, scopes: z.array(z.enum(scopes)).parse(allowed.split(' ')) as readonly Scope[] }));

/** Logins that are under way and sessions, by the hash of what the browser holds. */
export function sessionStore(database: Database): SessionStore {
  const { nowMs } = database.words;
  return {
    async begin({ state, verifier, nonce, back }) {
      await database.run(`DELETE FROM login WHERE expires_at < ${nowMs}`);
      await database.run(`INSERT INTO login (hash, verifier, nonce, back, expires_at) VALUES (?, ?, ?, ?, ${nowMs} + ?)`, [sha256(state), verifier, nonce, back, loginMs]);
    },
    take: (state) =>
      database.transaction(async (sql) => {
        const [login] = rowsAs(loginSchema, await sql.all(`SELECT verifier, nonce, back FROM login WHERE hash = ? AND expires_at >= ${nowMs}`, [sha256(state)]));
        // Of two who come with the same state one gets it.
        return (await sql.run('DELETE FROM login WHERE hash = ?', [sha256(state)])) > 0 ? login : undefined;
      }),
    make: ({ who, scopes: allowed, seconds }, actor) =>
      database.transaction(async (sql) => {
        const secret = randomBytes(32).toString('base64url');
        await sql.run(`DELETE FROM session WHERE expires_at < ${nowMs}`);
        await sql.run(`INSERT INTO session (hash, who, scopes, made_at, expires_at) VALUES (?, ?, ?, ?, ${nowMs} + ?)`, [sha256(secret), who, allowed.join(' '), now(), seconds * 1000]);
        await record(sql, actor, { action: 'sign in', subject: allowed.join(' ') });
        return secret;
      }),
    find: async (secret) => rowsAs(sessionSchema, await database.all(`SELECT who, scopes FROM session WHERE hash = ? AND expires_at >= ${nowMs}`, [sha256(secret)]))[0],
    end: (secret, actor) =>
      database.transaction(async (sql) => {
        const ended = await sql.run('DELETE FROM session WHERE hash = ?', [sha256(secret)]);
        if (ended > 0) await record(sql, actor, { action: 'sign out', subject: actor.who });
        return ended > 0;
      }),
  };
}
