import type { MembershipBasis } from '../../../model/membership.ts';

/** What decided a resource's service, after "by". */
export const basisTitles: Readonly<Record<MembershipBasis, string>> = {
  configured: 'configuration',
  tag: 'tag',
  stack: 'stack',
  module: 'module',
  use: 'its only user',
  community: 'connections',
  shared: 'use by several services',
  none: 'nothing',
};
