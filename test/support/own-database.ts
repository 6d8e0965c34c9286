import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A new, empty database on the same server: tests that run at the same time must not see each other's jobs. */
export async function ownDatabase(url: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}
