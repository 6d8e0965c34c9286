/** Folders under rules/. The first part of a rule's id. */
export const categories = {
  data: 'Data stores',
  config: 'Configuration, secrets, keys, certificates',
  artifact: 'Images and artefacts',
  compute: 'Compute',
  network: 'Network',
  traffic: 'Traffic entry',
  messaging: 'Messaging and events',
  identity: 'Identity and access',
  operations: 'Operations and delivery',
  region: 'Region facts',
  graph: 'Dependencies',
  code: 'Code and configuration text',
  cost: 'Cost',
} as const;
export type Category = keyof typeof categories;
