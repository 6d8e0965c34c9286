/** A value that both databases take and give back. Booleans are 0 and 1. */
export type SqlValue = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, unknown>>;

/** Statements with `?` for values. */
export interface Sql {
  all(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Rows that it changed. */
  run(text: string, values?: readonly SqlValue[]): Promise<number>;
}

/** The database does not answer. It may again. */
export class StoreAway extends Error {
  constructor(cause: unknown) {
    super('the database does not answer', { cause });
    this.name = 'StoreAway';
  }
}

/** A connection to a database. What differs between dialects is in the words. */
export interface Database extends Sql {
  /** What the dialects call otherwise: types, the database's own clock in milliseconds, and locking of rows that nobody else has locked. */
  readonly words: Readonly<Record<'bytes' | 'serial' | 'bigint' | 'nowMs' | 'skipLocked', string>>;
  /** All of it or nothing; nobody else's statements come between. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
