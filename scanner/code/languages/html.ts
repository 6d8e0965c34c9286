import type { Language } from '../language.ts';

export const html: Language = {
  id: 'html',
  title: 'HTML',
  load: async () => (await import('../configuration/markup-front-end.ts')).markupFrontEnd,
};
