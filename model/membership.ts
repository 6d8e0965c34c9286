/** Why a resource belongs to a service, strongest first. */
export const membershipBases = ['configured', 'tag', 'stack', 'module', 'use', 'community', 'shared', 'none'] as const;
export type MembershipBasis = (typeof membershipBases)[number];
