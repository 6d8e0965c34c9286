import type { Language } from '../language.ts';

export const env: Language = {
  id: 'env',
  title: 'Environment file',
  load: async () => (await import('../configuration/line-front-ends.ts')).envFrontEnd,
};
