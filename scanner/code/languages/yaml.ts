import type { Language } from '../language.ts';

export const yaml: Language = {
  id: 'yaml',
  title: 'YAML',
  load: async () => (await import('../configuration/yaml-front-end.ts')).yamlFrontEnd,
};
