import type { Language } from '../language.ts';

export const xml: Language = {
  id: 'xml',
  title: 'XML',
  load: async () => (await import('../configuration/markup-front-end.ts')).markupFrontEnd,
};
