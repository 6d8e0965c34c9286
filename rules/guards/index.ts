import { ephemeral } from './ephemeral.ts';
import { managedArtefact } from './managed-artefact.ts';
import { pinned } from './pinned.ts';
import { replicaSide } from './replica-side.ts';
import { retired } from './retired.ts';

/** In the order in which they are asked; the first reason wins. */
export const guards = [pinned, retired, managedArtefact, replicaSide, ephemeral] as const;

export type GuardId = (typeof guards)[number]['id'];
