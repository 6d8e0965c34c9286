import type { Language } from '../language.ts';

export const terraform: Language = {
  id: 'terraform',
  title: 'Terraform',
  load: async () => (await import('../configuration/hcl-front-end.ts')).hclFrontEnd(),
  mentions: /aws_|aws\./,
};
