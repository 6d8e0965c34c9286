import type { Language } from '../language.ts';

export const perl: Language = {
  id: 'perl',
  title: 'Perl',
  load: async () => (await import('../configuration/plain-front-end.ts')).plainFrontEnd({ line: ['#'], strings: true }),
};
