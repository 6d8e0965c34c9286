import type { Language } from '../language.ts';

export const typescript: Language = {
  id: 'typescript',
  title: 'TypeScript',
  mentions: /aws-sdk|aws-cdk|@pulumi\/aws/,
  load: async () => (await import('../typescript/front-end.ts')).typescriptFrontEnd,
};
