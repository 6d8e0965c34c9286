import type { Language } from '../language.ts';

export const swift: Language = {
  id: 'swift',
  title: 'Swift',
  load: async () => (await import('../configuration/plain-front-end.ts')).plainFrontEnd({ line: ['//'], block: ['/*', '*/'], strings: true }),
};
