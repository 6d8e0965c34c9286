import type { Language } from '../language.ts';

export const jq: Language = {
  id: 'jq',
  title: 'jq',
  load: async () => (await import('../configuration/plain-front-end.ts')).plainFrontEnd({ line: ['#'], strings: true }),
};
