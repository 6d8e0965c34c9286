import type { Fact } from '../../model/fact.ts';
import type { LanguageId } from '../files/language.ts';
import { scopeOfText } from '../files/scope.ts';
import type { ListedFile } from '../files.ts';
import { occurrenceFact } from './facts-of.ts';
import type { FrontEnds } from './front-ends.ts';
import type { WatchedProject } from './project.ts';

/** A file whose reading waits for others. */
export interface Waiting {
  readonly file: ListedFile;
  readonly language: LanguageId;
}

export interface Followed {
  readonly facts: readonly Fact[];
  /** Absolute paths of all files that were asked for on the way, whether they exist or not. */
  readonly touched: readonly string[];
}

/** Says what becomes of the constants of waiting files in those that mention an SDK, given by absolute path. */
export type Follower = (waiting: readonly Waiting[], mentioning: readonly string[]) => Promise<Followed>;

export function followerOf(ends: FrontEnds, watch: WatchedProject): Follower {
  /** Front-ends have not seen files that were recalled, or read elsewhere; reading them again tells nothing new but what they wait for. */
  async function readAgain(waiting: readonly Waiting[]): Promise<void> {
    for (const { file, language } of waiting) {
      const end = await ends.of(language);
      if (end === undefined || end.waits?.(file.absolutePath) === true) continue;
      const text = watch.project.text(file.absolutePath);
      if (text !== undefined) end.read({ path: file.path, absolutePath: file.absolutePath, language, scope: scopeOfText(file.scope, file.path, text), text });
    }
  }

  return async (waiting, mentioning) => {
    watch.take();
    await readAgain(waiting);
    const facts: Fact[] = [];
    for (const { source, sightings } of ends.rest(mentioning)) facts.push(...sightings.map(occurrenceFact(source)));
    return { facts, touched: watch.take().files };
  };
}
