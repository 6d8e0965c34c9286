/** Of a node, by what it stands for; pixels at zoom 1. */
export const sizes = { service: { width: 196, height: 48 }, resource: { width: 176, height: 42 }, rest: { width: 176, height: 42 } } as const;
