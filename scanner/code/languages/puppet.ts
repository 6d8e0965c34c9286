import type { Language } from '../language.ts';

export const puppet: Language = {
  id: 'puppet',
  title: 'Puppet',
  load: async () => (await import('../configuration/plain-front-end.ts')).plainFrontEnd({ line: ['#'], strings: true }),
};
