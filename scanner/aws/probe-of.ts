import { probes } from './probes/index.ts';
import type { Probe } from './probe.ts';

const byKind = new Map<string, Probe>(probes.map((probe) => [probe.kind, probe]));

/** The probe of a kind, where it has one. */
export const probeOf = (kind: string): Probe | undefined => byKind.get(kind);
