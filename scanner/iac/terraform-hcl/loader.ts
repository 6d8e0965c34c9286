import { posix } from 'node:path';
import { compareText } from '../../../model/json.ts';
import { declarationsIn, type Declarations, type FileBody } from './declarations.ts';
import { jsonBody } from './syntax/json-body.ts';
import { emptyBody } from './syntax/expression.ts';
import type { HclParser } from './syntax/parser.ts';

/** The files of the scanned root, by paths relative to it. Nothing outside of it is opened, links included. */
export interface HclShelf {
  /** Names of the ordinary files in a folder; empty if there is no such folder in the root. */
  list(folder: string): readonly string[];
  /** Text of a file, undefined if there is none in the root that can be read. */
  text(path: string): string | undefined;
}

export const isConfiguration = (path: string): boolean => /\.(?:tf|tofu)(?:\.json)?$/i.test(path);

export type Load = (folder: string) => Declarations;

/** Larger files are not parsed: the longest that people or generators write have a few megabytes. */
const lengthLimit = 20_000_000;

/** Reads each folder once, however many modules and roots call it. */
export function loader(shelf: HclShelf, parser: HclParser): Load {
  const known = new Map<string, Declarations>();
  const bodyOf = (file: string): FileBody[] => {
    const text = shelf.text(file);
    if (text === undefined) return [{ file, characters: 0, body: emptyBody, problem: { message: 'It cannot be read, or leads out of the scanned folder.' } }];
    if (text.length > lengthLimit) return [{ file, characters: 0, body: emptyBody, problem: { message: `It has ${text.length} characters; files of more than ${lengthLimit} are not parsed.` } }];
    return [{ file, characters: text.length, ...(file.endsWith('.json') ? jsonBody(text, parser) : parser.body(text)) }];
  };
  return (folder) => {
    const found = known.get(folder);
    if (found) return found;
    const names = shelf.list(folder).filter(isConfiguration);
    // OpenTofu's own files stand in for those of the same name; Terraform reads the others.
    const read = names.filter((name) => !/\.tofu(?:\.json)?$/.test(name) || !names.includes(name.replace('.tofu', '.tf'))).sort(compareText);
    const made = declarationsIn(folder, read.flatMap((name) => bodyOf(posix.join(folder, name))));
    known.set(folder, made);
    return made;
  };
}
