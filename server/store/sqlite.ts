import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Database, Row, Sql, SqlValue } from './sql.ts';

/** A database in a file. What a transaction has acknowledged is on the disk. */
export function openSqlite(path: string): Database {
  const connection = new DatabaseSync(path);
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;');
  // The texts of statements are ours, so that there are few.
  const prepared = new Map<string, StatementSync>();
  const statement = (text: string): StatementSync => {
    const known = prepared.get(text) ?? connection.prepare(text);
    prepared.set(text, known);
    return known;
  };
  const sql: Sql = {
    all: async (text, values = []) => statement(text).all(...bound(values)) as Row[],
    run: async (text, values = []) => Number(statement(text).run(...bound(values)).changes),
  };
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: there is one connection, and a transaction may wait for other things between its statements. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    words: { bytes: 'BLOB', serial: 'INTEGER PRIMARY KEY AUTOINCREMENT', bigint: 'INTEGER', nowMs: "CAST(ROUND(unixepoch('subsec') * 1000) AS INTEGER)", skipLocked: '' },
    all: (text, values) => inTurn(() => sql.all(text, values)),
    run: (text, values) => inTurn(() => sql.run(text, values)),
    transaction: (work) =>
      inTurn(async () => {
        connection.exec('BEGIN IMMEDIATE');
        try {
          const result = await work(sql);
          connection.exec('COMMIT');
          return result;
        } catch (thrown) {
          connection.exec('ROLLBACK');
          throw thrown;
        }
      }),
    close: () => inTurn(async () => connection.close()),
  };
}

const bound = (values: readonly SqlValue[]): SQLInputValue[] => [...values];
