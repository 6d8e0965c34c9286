import type { Language } from '../language.ts';

export const properties: Language = {
  id: 'properties',
  title: 'Properties',
  load: async () => (await import('../configuration/line-front-ends.ts')).propertiesFrontEnd,
};
