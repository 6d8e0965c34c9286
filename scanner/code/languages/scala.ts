import type { Language } from '../language.ts';

export const scala: Language = {
  id: 'scala',
  title: 'Scala',
  load: async () => (await import('../configuration/plain-front-end.ts')).plainFrontEnd({ line: ['//'], block: ['/*', '*/'], strings: true }),
};
