import type { Language } from '../language.ts';

export const sql: Language = {
  id: 'sql',
  title: 'SQL',
  load: async () => (await import('../configuration/plain-front-end.ts')).plainFrontEnd({ line: ['--'], block: ['/*', '*/'], strings: true }),
};
