import type { Language } from '../language.ts';

export const dockerfile: Language = {
  id: 'dockerfile',
  title: 'Dockerfile',
  load: async () => (await import('../configuration/dockerfile-front-end.ts')).dockerfileFrontEnd,
};
