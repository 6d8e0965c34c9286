import { sharedState } from './shared-state.ts';

export interface Notice {
  readonly id: string;
  readonly type: 'success' | 'error' | 'info';
  readonly text: string;
}

const notices = sharedState<readonly Notice[]>([]);
let last = 0;

/** Tells what came of something that a person did, above the page, until it is dismissed. At most four at a time. */
export function notify(type: Notice['type'], text: string): void {
  last += 1;
  notices.set([{ id: String(last), type, text }, ...notices.get()].slice(0, 4));
}

export const dismiss = (id: string): void => notices.set(notices.get().filter((notice) => notice.id !== id));

export const useNotices = (): readonly Notice[] => notices.use();
