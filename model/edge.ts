/**
 * The kinds of edge in the estate graph. Every edge points from its subject to its object as the verb reads
 * ("function reads table", "topic triggers function"); `dependent` says which end needs the other to work.
 */
export interface EdgeTypeMeta {
  readonly title: string;
  /** The end that stops or degrades when the other end is lost; `none` where neither does at run time. */
  readonly dependent: 'from' | 'to' | 'none';
  /** The object holds or carries data of the subject: losing it can lose data, not only time. */
  readonly data?: true;
}

export const edgeTypes = {
  contains: { title: 'contains', dependent: 'to' },
  attaches: { title: 'is attached to', dependent: 'from' },
  routes: { title: 'routes to', dependent: 'from' },
  triggers: { title: 'triggers', dependent: 'to' },
  calls: { title: 'calls', dependent: 'from' },
  reads: { title: 'reads', dependent: 'from', data: true },
  writes: { title: 'writes', dependent: 'from', data: true },
  replicates: { title: 'replicates to', dependent: 'none', data: true },
  'backs-up': { title: 'backs up', dependent: 'none', data: true },
  'uses-key': { title: 'uses key', dependent: 'from' },
  'uses-secret': { title: 'uses secret', dependent: 'from' },
  'uses-certificate': { title: 'uses certificate', dependent: 'from' },
  'uses-role': { title: 'uses role', dependent: 'from' },
  'uses-image': { title: 'uses image', dependent: 'from' },
  deploys: { title: 'deploys', dependent: 'none' },
  observes: { title: 'observes', dependent: 'none' },
  limits: { title: 'limits', dependent: 'none' },
  observed: { title: 'was seen calling', dependent: 'from' },
  refers: { title: 'refers to', dependent: 'from' },
} as const satisfies Readonly<Record<string, EdgeTypeMeta>>;

export type EdgeType = keyof typeof edgeTypes;

export const edgeTypeNames = Object.keys(edgeTypes) as readonly EdgeType[];
/** What a picture begins with: what holds nobody up at run time is left out, copies of data excepted. */
export const usualEdgeTypes: readonly EdgeType[] = edgeTypeNames.filter((type) => edgeTypes[type].dependent !== 'none' || type === 'replicates' || type === 'backs-up');

/** How sure we are that the edge exists: read from a typed property, from an identifier in text, or inferred from names. */
export type Confidence = 'declared' | 'mentioned' | 'inferred';
