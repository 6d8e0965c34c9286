import type { ByCalls, ByHand, ByTemplate, ByTerraform, Edit } from '../../support/closing/case.ts';

/** The program's template closes the gap of the rule's first example. */
export const byTemplate = (more: Omit<ByTemplate, 'by'> = {}): ByTemplate => ({ by: 'cloudformation', ...more });

/** So does its Terraform. */
export const byTerraform = (more: Omit<ByTerraform, 'by'> = {}): ByTerraform => ({ by: 'terraform', ...more });

/** The program says to deploy the template that is there. */
export const byDeploying = (more: Partial<ByCalls> = {}): ByCalls => ({ by: 'cli', calls: ['cloudformation deploy'], leaves: () => ({ deploy: true }), ...more });

/** A person decides it, or does it: what was said or declared before is changed. */
export const byHand = (says: string, edit: Edit, more: Pick<ByHand, 'from' | 'gap' | 'then'> = {}): ByHand => ({ by: 'hand', says, edit, ...more });
