import { messageOf, UserError } from '../../model/errors.ts';
import { StoreAway, type Database, type Row, type Sql, type SqlValue } from './sql.ts';

interface Queryable {
  query(text: string, values: unknown[]): Promise<{ readonly rows: Row[]; readonly rowCount: number | null }>;
}

/** A database on a PostgreSQL server. Throws RR901 where it cannot be reached; the message does not repeat the URL, which may hold a password. */
export async function openPostgres(url: string): Promise<Database> {
  // Loaded here: who keeps everything in a folder needs no driver.
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 10_000 });
  // A server that goes away while nothing is asked is told by the next query.
  pool.on('error', () => undefined);
  await pool.query('SELECT 1').catch(async (thrown: unknown) => {
    await pool.end();
    throw new UserError('RR901', `The database cannot be opened: ${messageOf(thrown)}`);
  });
  return {
    words: { bytes: 'BYTEA', serial: 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY', bigint: 'BIGINT', nowMs: 'CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)', skipLocked: ' FOR UPDATE SKIP LOCKED' },
    ...statements(pool),
    async transaction(work) {
      const client = await pool.connect().catch(told);
      let broken: Error | undefined;
      // A connection that breaks between two statements tells it here, and the next statement again.
      const onError = (thrown: Error): void => {
        broken = thrown;
      };
      client.on('error', onError);
      try {
        await client.query('BEGIN').catch(told);
        const result = await work(statements(client));
        await client.query('COMMIT').catch(told);
        return result;
      } catch (thrown) {
        await client.query('ROLLBACK').catch((failed: Error) => {
          broken = failed;
        });
        throw thrown;
      } finally {
        client.off('error', onError);
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

function statements(on: Queryable): Sql {
  const query = (text: string, values: readonly SqlValue[] = []) => on.query(numbered(text), [...values]).catch(told);
  return {
    all: async (text, values) => (await query(text, values)).rows,
    run: async (text, values) => (await query(text, values)).rowCount ?? 0,
  };
}

/** Connections that are refused or broken, and servers that start or stop: SQLSTATE classes 08 and 57P, and errors of sockets. */
function told(thrown: Error & { readonly code?: string }): never {
  const { code = '', message } = thrown;
  if (/^(?:08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/.test(code) || /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(message)) throw new StoreAway(thrown);
  throw thrown;
}

/** `?` as PostgreSQL writes it: $1, $2 … No statement of ours has a question mark elsewhere. */
function numbered(text: string): string {
  let count = 0;
  return text.replaceAll('?', () => `$${++count}`);
}
