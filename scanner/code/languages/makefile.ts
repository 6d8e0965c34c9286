import type { Language } from '../language.ts';

export const makefile: Language = {
  id: 'makefile',
  title: 'Make',
  load: async () => (await import('../configuration/plain-front-end.ts')).plainFrontEnd({ line: ['#'], strings: false }),
};
