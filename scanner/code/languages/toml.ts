import type { Language } from '../language.ts';

export const toml: Language = {
  id: 'toml',
  title: 'TOML',
  load: async () => (await import('../configuration/toml-front-end.ts')).tomlFrontEnd(),
};
