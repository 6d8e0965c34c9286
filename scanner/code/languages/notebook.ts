import type { Language } from '../language.ts';

export const notebook: Language = {
  id: 'notebook',
  title: 'Notebook',
  load: async () => (await import('../configuration/notebook-front-end.ts')).notebookFrontEnd,
};
