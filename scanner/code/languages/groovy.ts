import type { Language } from '../language.ts';

export const groovy: Language = {
  id: 'groovy',
  title: 'Groovy',
  load: async () => (await import('../configuration/plain-front-end.ts')).plainFrontEnd({ line: ['//'], block: ['/*', '*/'], strings: true }),
};
