import type { Language } from '../language.ts';

export const json: Language = {
  id: 'json',
  title: 'JSON',
  load: async () => (await import('../configuration/json-front-end.ts')).jsonFrontEnd,
};
