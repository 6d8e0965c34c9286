import { z } from 'zod';
import { factSchema, type Fact } from '../../../model/fact.ts';
import { fileScopes, type FileScope } from '../../../model/occurrence.ts';

/** What one reading of a file gave. */
export interface Remembered {
  /** Under which name it is counted: its language, or why it was left out. */
  readonly counted: string;
  /** It mentions what its language's front-end asks for at the end. */
  readonly mentions: boolean;
  /** It holds something, and there is no front-end for its language. */
  readonly unread: boolean;
  /** It holds constants that hang on other files. `facts` are the rest of it. */
  readonly waits: boolean;
  /** Of its bytes; empty for files without anything of interest, which are as fast to sift as to hash. */
  readonly hash: string;
  readonly facts: readonly Fact[];
}

export interface Entry extends Remembered {
  /** What the path told of the file's purpose at the time. */
  readonly scope: FileScope;
  /** Empty where the file had just been written, so that a later change could look the same. */
  readonly signature: string;
}

const separator = '\t';
const factsSchema = z.array(factSchema);

/** One line without its path: fields that need no parser, so that thousands of entries cost next to nothing. */
export function formatEntry({ scope, signature, hash, counted, mentions, unread, waits, facts }: Entry): string {
  const flags = `${mentions ? 'm' : ''}${unread ? 'u' : ''}${waits ? 'w' : ''}`;
  return [scope, signature, hash, counted, flags, facts.length === 0 ? '' : JSON.stringify(facts)].join(separator);
}

/** Undefined for a line that is none of ours. */
export function parseEntry(line: string): Entry | undefined {
  const [scope = '', signature, hash, counted, flags, facts, ...more] = line.split(separator);
  if (signature === undefined || hash === undefined || counted === undefined || flags === undefined || facts === undefined || more.length > 0 || !isScope(scope)) return undefined;
  const read = facts === '' ? [] : parseFacts(facts);
  if (read === undefined) return undefined;
  return { scope, signature, hash, counted, mentions: flags.includes('m'), unread: flags.includes('u'), waits: flags.includes('w'), facts: read };
}

/** Undefined for what are no facts. */
export function parseFacts(text: string): readonly Fact[] | undefined {
  try {
    return factsSchema.parse(JSON.parse(text)) as Fact[];
  } catch {
    return undefined;
  }
}

const isScope = (text: string): text is FileScope => (fileScopes as readonly string[]).includes(text);
