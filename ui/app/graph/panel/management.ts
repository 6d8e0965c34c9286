import type { Management } from '../../../../graph/queries/iac-coverage.ts';

/** Whether code declares what runs, in words. */
export const managementText: Readonly<Record<Management, string>> = {
  managed: 'as code, and it runs',
  unmanaged: 'nowhere; it runs all the same',
  undeployed: 'as code; an inventory did not find it',
  unseen: 'as code; nobody looked whether it runs',
};
