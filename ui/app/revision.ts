import { sharedState } from './shared-state.ts';

const revision = sharedState(0);

/** Something was changed on the server: whatever is shown is asked for again. */
export const changed = (): void => revision.set(revision.get() + 1);

export const useRevision = (): number => revision.use();
