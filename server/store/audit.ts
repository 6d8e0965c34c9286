import { z } from 'zod';
import { auditEntrySchema, type AuditEntry, type Page } from '../api.ts';
import { paged } from './paged.ts';
import type { Sql } from './sql.ts';
import type { Actor, Part } from './store.ts';

const rowSchema = auditEntrySchema.extend({ place: z.coerce.number() });

/** Writes down who did what; in the transaction in which it is done, so that neither is there without the other. */
export async function record(sql: Sql, { who, request }: Actor, done: { readonly action: string; readonly subject: string }): Promise<void> {
  await sql.run('INSERT INTO audit (at, who, action, subject, request) VALUES (?, ?, ?, ?, ?)', [now(), who, done.action, done.subject, request]);
}

export const auditLog = (sql: Sql, part: Part): Promise<Page<AuditEntry>> =>
  paged(sql, { columns: 'place, at, who, action, subject, request', from: 'audit', order: 'place DESC', part, schema: rowSchema });

export const now = (): string => new Date().toISOString();
