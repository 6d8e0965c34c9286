import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { chmod, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { messageOf, UserError } from '../../model/errors.ts';
import { decode, isUtf16, sizeLimit } from '../../scanner/files/read.ts';

/** A file as a fix needs it: the text without byte order mark, and enough to write it back as it was. */
export interface SourceFile {
  readonly absolute: string;
  readonly text: string;
  readonly digest: string;
  readonly mark: boolean;
  readonly mode: number;
}

/** The file, or why it is not to be changed. */
export type Opened = { readonly file: SourceFile } | { readonly refusal: string };

/** Opens a file below the root. Links, places outside of the root, other encodings and files of others are refused. */
export function openSource(root: string, path: string): Opened {
  const absolute = resolve(root, path);
  try {
    if (!isBelow(root, absolute) || !isBelow(realpathSync(root), realpathSync(dirname(absolute)), true)) return { refusal: 'it lies outside of the working directory' };
    const stat = lstatSync(absolute);
    if (stat.isSymbolicLink()) return { refusal: 'it is a symbolic link' };
    if (!stat.isFile()) return { refusal: 'it is no file' };
    if (stat.size > sizeLimit) return { refusal: 'it is too large' };
    const bytes = readFileSync(absolute);
    if (isUtf16(bytes)) return { refusal: 'it is not UTF-8' };
    const mark = bytes.subarray(0, 3).equals(byteOrderMark);
    const text = decode(bytes);
    if (!encoded({ text, mark }).equals(bytes)) return { refusal: 'it is not UTF-8' };
    return { file: { absolute, text, mark, digest: digestOf(bytes), mode: stat.mode & 0o777 } };
  } catch (error) {
    return { refusal: `it cannot be read (${messageOf(error)})` };
  }
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

const encoded = ({ text, mark }: Pick<SourceFile, 'text' | 'mark'>): Buffer => Buffer.concat([mark ? byteOrderMark : Buffer.alloc(0), Buffer.from(text, 'utf8')]);

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function isBelow(root: string, path: string, orSame = false): boolean {
  const from = relative(root, path);
  return (orSame || from !== '') && from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from);
}

/**
 * Writes a new text in place of the one that was read, beside it first, so that nobody ever reads half of it. False where the file has
 * changed since. Throws RR501.
 */
export async function replaceSource({ absolute, digest, mark, mode }: SourceFile, text: string): Promise<boolean> {
  const draft = `${absolute}.partial-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, encoded({ text, mark }), { flag: 'wx', mode });
    await chmod(draft, mode);
    if (lstatSync(absolute).isSymbolicLink() || digestOf(readFileSync(absolute)) !== digest) {
      await rm(draft, { force: true });
      return false;
    }
    await rename(draft, absolute);
    return true;
  } catch (thrown) {
    await rm(draft, { force: true });
    throw new UserError('RR501', `${absolute} cannot be written: ${messageOf(thrown)}`, { cause: thrown });
  }
}
