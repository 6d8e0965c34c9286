import type { Language } from '../language.ts';

export const elixir: Language = {
  id: 'elixir',
  title: 'Elixir',
  load: async () => (await import('../configuration/plain-front-end.ts')).plainFrontEnd({ line: ['#'], strings: true }),
};
