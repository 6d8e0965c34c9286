import type { Language } from '../language.ts';

export const terraform: Language = {
  id: 'terraform',
  title: 'Terraform',
  load: async () => (await import('../configuration/hcl-front-end.ts')).hclFrontEnd(),
  mentions: /\baws_[a-z]|\baws\.[\w-]|\baws\s*=/,
};
