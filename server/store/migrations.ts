import type { Database } from './sql.ts';

/** Steps in order. A step that was released is never changed: add another one. */
const steps = (words: Database['words']): readonly (readonly string[])[] => [
  [
    `CREATE TABLE snapshot (id TEXT PRIMARY KEY, name TEXT NOT NULL, tool TEXT NOT NULL, facts INTEGER NOT NULL, resources INTEGER NOT NULL, bytes ${words.bigint} NOT NULL, uploaded_at TEXT NOT NULL, uploaded_by TEXT NOT NULL)`,
    `CREATE TABLE snapshot_chunk (snapshot TEXT NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE, place INTEGER NOT NULL, content ${words.bytes} NOT NULL, PRIMARY KEY (snapshot, place))`,
    `CREATE TABLE readiness (id TEXT PRIMARY KEY, snapshot TEXT NOT NULL, summary TEXT NOT NULL, kept_at TEXT NOT NULL, kept_by TEXT NOT NULL, content ${words.bytes} NOT NULL)`,
    'CREATE INDEX readiness_snapshot ON readiness (snapshot)',
    'CREATE TABLE waiver (id TEXT PRIMARY KEY, rule TEXT NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL, until_day TEXT, made_at TEXT NOT NULL, made_by TEXT NOT NULL, withdrawn_at TEXT)',
    'CREATE TABLE annotation (service TEXT PRIMARY KEY, content TEXT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL)',
    'CREATE TABLE token (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash TEXT NOT NULL UNIQUE, scopes TEXT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL, expires_at TEXT)',
    `CREATE TABLE audit (place ${words.serial}, at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, request TEXT NOT NULL)`,
  ],
  [
    `CREATE TABLE scan (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, content TEXT NOT NULL, next_at ${words.bigint}, made_at TEXT NOT NULL, made_by TEXT NOT NULL)`,
    'CREATE INDEX scan_next ON scan (next_at)',
    `CREATE TABLE job (id TEXT PRIMARY KEY, scan TEXT NOT NULL REFERENCES scan (id) ON DELETE CASCADE, state TEXT NOT NULL, attempt INTEGER NOT NULL, run_at ${words.bigint} NOT NULL, lease_until ${words.bigint}, worker TEXT, cancel_wanted INTEGER NOT NULL DEFAULT 0, made_at TEXT NOT NULL, made_by TEXT NOT NULL, started_at TEXT, ended_at TEXT, snapshot TEXT, complete INTEGER, problem TEXT)`,
    // A scan does not overtake itself.
    "CREATE UNIQUE INDEX job_active ON job (scan) WHERE state IN ('queued', 'running')",
    'CREATE INDEX job_state ON job (state, run_at)',
    'CREATE TABLE job_event (job TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE, place INTEGER NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (job, place))',
  ],
  [
    `CREATE TABLE login (hash TEXT PRIMARY KEY, verifier TEXT NOT NULL, nonce TEXT NOT NULL, back TEXT NOT NULL, expires_at ${words.bigint} NOT NULL)`,
    `CREATE TABLE session (hash TEXT PRIMARY KEY, who TEXT NOT NULL, scopes TEXT NOT NULL, made_at TEXT NOT NULL, expires_at ${words.bigint} NOT NULL)`,
  ],
  // For the course of the score: judgements of one target and strategy.
  ['ALTER TABLE readiness ADD COLUMN target TEXT', 'ALTER TABLE readiness ADD COLUMN strategy TEXT'],
  [
    `CREATE TABLE answer (key TEXT PRIMARY KEY, snapshot TEXT NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE, digest TEXT NOT NULL, kept_at TEXT NOT NULL, headers TEXT NOT NULL, content ${words.bytes} NOT NULL)`,
    'CREATE INDEX answer_snapshot ON answer (snapshot, kept_at)',
    'CREATE TABLE wish (wish TEXT PRIMARY KEY, asked_at TEXT NOT NULL)',
  ],
];

/** Brings the tables up to date; nothing where they are. Two servers that start at once do not both do it. */
export async function migrate(database: Database): Promise<void> {
  const create = (): Promise<number> => database.run('CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY)');
  // PostgreSQL refuses the second of two that create it at once; by then it is there.
  await create().catch(create);
  for (const [index, statements] of steps(database.words).entries()) {
    await database.transaction(async (sql) => {
      const claimed = await sql.run('INSERT INTO migration (version) VALUES (?) ON CONFLICT DO NOTHING', [index + 1]);
      if (claimed === 0) return;
      for (const statement of statements) await sql.run(statement);
    });
  }
}
