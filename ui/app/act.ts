import { notify } from './notices.ts';
import { changed } from './revision.ts';
import { errorText } from './use-answer.ts';

/** Does something on the server, says what came of it, and asks anew for what is shown. True where it was done. */
export async function act(what: string, run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
  } catch (thrown) {
    notify('error', `${what}: not done. ${errorText(thrown)}`);
    return false;
  }
  notify('success', `${what}: done.`);
  changed();
  return true;
}
