import type { Language } from '../language.ts';

export const dart: Language = {
  id: 'dart',
  title: 'Dart',
  load: async () => (await import('../configuration/plain-front-end.ts')).plainFrontEnd({ line: ['//'], block: ['/*', '*/'], strings: true }),
};
