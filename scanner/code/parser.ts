import type { Fact } from '../../model/fact.ts';
import { withEmbedded } from './embedded.ts';
import { factsOf } from './facts-of.ts';
import type { FrontEnds } from './front-ends.ts';
import type { SourceText } from './language.ts';
import type { WatchedProject } from './project.ts';

/** What the front-end of its language says of a text. */
export interface Parsed {
  readonly facts: readonly Fact[];
  /** There is no front-end for its language. */
  readonly unread: boolean;
  /** It holds constants that hang on other files. */
  readonly waits: boolean;
  /** It says the same as long as its text does. */
  readonly lasting: boolean;
}

export type Parser = (source: SourceText) => Promise<Parsed>;

export function parserOf(ends: FrontEnds, watch: WatchedProject): Parser {
  return async (source) => {
    const end = await ends.of(source.language);
    if (end === undefined) return { facts: [], unread: true, waits: false, lasting: true };
    watch.take();
    const reading = end.read(source);
    const touched = watch.take();
    const waits = end.waits === undefined ? end.rest !== undefined : end.waits(source.absolutePath);
    const facts = [...factsOf(source, await withEmbedded(source, reading))];
    return { facts, unread: false, waits, lasting: !touched.listing && touched.files.length === 0 };
  };
}
