import { z } from 'zod';
import { compareText } from '../../model/json.ts';
import { annotationSchema, type Annotation } from '../api.ts';
import { now, record } from './audit.ts';
import { rowsAs } from './rows.ts';
import type { Database } from './sql.ts';
import type { AnnotationStore } from './store.ts';

const rowSchema = z
  .object({ service: z.string(), content: z.string(), made_at: z.string(), made_by: z.string() })
  .transform(({ service, content, made_at: madeAt, made_by: madeBy }): Annotation => annotationSchema.parse({ ...(JSON.parse(content) as object), service, madeAt, madeBy }));

export function annotationStore(database: Database): AnnotationStore {
  return {
    set: (service, content, actor) =>
      database.transaction(async (sql) => {
        const annotation: Annotation = { service, ...content, madeAt: now(), madeBy: actor.who };
        await sql.run(
          'INSERT INTO annotation (service, content, made_at, made_by) VALUES (?, ?, ?, ?) ON CONFLICT (service) DO UPDATE SET content = excluded.content, made_at = excluded.made_at, made_by = excluded.made_by',
          [service, JSON.stringify(content), annotation.madeAt, annotation.madeBy],
        );
        await record(sql, actor, { action: 'annotate service', subject: service });
        return annotation;
      }),
    all: async () => rowsAs(rowSchema, await database.all('SELECT service, content, made_at, made_by FROM annotation')).sort((a, b) => compareText(a.service, b.service)),
    remove: (service, actor) =>
      database.transaction(async (sql) => {
        const removed = await sql.run('DELETE FROM annotation WHERE service = ?', [service]);
        if (removed > 0) await record(sql, actor, { action: 'remove annotation', subject: service });
        return removed > 0;
      }),
  };
}
