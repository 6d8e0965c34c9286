/** What the estate of a report answers; a star stands for one part of the path. */
export const estatePaths = [
  'snapshots/*/services', 'snapshots/*/search', 'snapshots/*/graph/node', 'snapshots/*/graph/path', 'snapshots/*/graph/services/path',
  'snapshots/*/graph/picture', 'snapshots/*/graph/picture/overlay', 'snapshots/*/plan', 'snapshots/*/simulate',
] as const;
