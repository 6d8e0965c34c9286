import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { snapshotSchema, type SnapshotInfo } from '../api.ts';
import { now, record } from './audit.ts';
import { paged } from './paged.ts';
import { receive, type Received } from './receive.ts';
import { rowsAs } from './rows.ts';
import type { Database, Row, Sql } from './sql.ts';
import type { Actor, SnapshotStore } from './store.ts';

const columns = 'id, name, tool, facts, resources, bytes, uploaded_at, uploaded_by';
const rowSchema = z
  .object({ id: z.string(), name: z.string(), tool: z.string(), facts: z.coerce.number(), resources: z.coerce.number(), bytes: z.coerce.number(), uploaded_at: z.string(), uploaded_by: z.string() })
  .transform(({ uploaded_at: uploadedAt, uploaded_by: uploadedBy, ...rest }): SnapshotInfo => snapshotSchema.parse({ ...rest, uploadedAt, uploadedBy }));

/** Compressed bytes in a row: a database holds no rows of gigabytes. */
const chunkBytes = 1024 * 1024;

/** Snapshots by what they say. `folder` takes uploads until they are whole, so that a slow one holds no transaction open. */
export function snapshotStore(database: Database, folder: string): SnapshotStore {
  return {
    async put(source, { name, maxBytes }, actor) {
      const received = await receive(source, { folder, name, maxBytes });
      try {
        const created = await database.transaction((sql) => keep(sql, received, { name, actor }));
        return { snapshot: (await one(database, received.id)) as SnapshotInfo, created };
      } finally {
        await rm(received.path, { force: true });
      }
    },
    get: (id) => one(database, id),
    async read(id) {
      return (await one(database, id)) === undefined ? undefined : readableOf((place) => chunk(database, id, place));
    },
    chunk: (id, place) => chunk(database, id, place),
    list: (part) => paged(database, { columns, from: 'snapshot', order: 'uploaded_at DESC, id', part, schema: rowSchema }),
    remove: (id, actor) =>
      database.transaction(async (sql) => {
        const removed = await sql.run('DELETE FROM snapshot WHERE id = ?', [id]);
        await sql.run('DELETE FROM readiness WHERE snapshot = ?', [id]);
        if (removed > 0) await record(sql, actor, { action: 'delete snapshot', subject: id });
        return removed > 0;
      }),
  };
}

async function one(sql: Sql, id: string): Promise<SnapshotInfo | undefined> {
  return rowsAs(rowSchema, await sql.all(`SELECT ${columns} FROM snapshot WHERE id = ?`, [id]))[0];
}

async function keep(sql: Sql, { id, path, header, facts, resources, bytes }: Received, { name, actor }: { readonly name: string; readonly actor: Actor }): Promise<boolean> {
  const added = await sql.run(`INSERT INTO snapshot (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`, [id, name, header.tool, facts, resources, bytes, now(), actor.who]);
  if (added === 0) return false;
  let place = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    await sql.run('INSERT INTO snapshot_chunk (snapshot, place, content) VALUES (?, ?, ?)', [id, place, chunk as Buffer]);
    place += 1;
  }
  await record(sql, actor, { action: 'upload snapshot', subject: id });
  return true;
}

async function chunk(sql: Sql, id: string, place: number): Promise<Uint8Array | undefined> {
  const [row] = await sql.all('SELECT content FROM snapshot_chunk WHERE snapshot = ? AND place = ?', [id, place]);
  return row === undefined ? undefined : contentOf(row);
}

/** The pieces one after the other, each asked for when the one before it was read. */
export function readableOf(next: (place: number) => Promise<Uint8Array | undefined>): Readable {
  async function* all(): AsyncIterable<Uint8Array> {
    for (let place = 0, piece = await next(0); piece !== undefined; piece = await next(++place)) yield piece;
  }
  return Readable.from(all(), { objectMode: false });
}

export const contentOf = ({ content }: Row): Uint8Array => z.instanceof(Uint8Array).parse(content);

/** Hex digits of a text, for ids and hashes. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
