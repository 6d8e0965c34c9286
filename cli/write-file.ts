import { randomBytes } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { messageOf, UserError } from '../model/errors.ts';

/** Writes beside the place and moves it there, so that nobody ever reads half of a file. Throws RR501. */
export async function writeWhole(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const draft = `${path}.partial-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    if (await isSpecial(path)) return await writeFile(path, pieces);
    // wx: never through a link that somebody put there before.
    await writeFile(draft, pieces, { flag: 'wx' });
    await rename(draft, path);
  } catch (thrown) {
    await rm(draft, { force: true });
    throw new UserError('RR501', `${path} cannot be written: ${messageOf(thrown)}`, { cause: thrown });
  }
}

/** A device, pipe or folder: /dev/null must stay what it is. */
export async function isSpecial(path: string): Promise<boolean> {
  return stat(path).then((found) => !found.isFile(), () => false);
}
