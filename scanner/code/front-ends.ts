import type { LanguageId } from '../files/language.ts';
import type { FrontEnd, Language, Project, Sighting, SourceText } from './language.ts';
import { codeLanguages } from './languages/index.ts';

export interface FrontEnds {
  /** The front-end of a language; undefined if none is there for it. */
  of(language: LanguageId): Promise<FrontEnd | undefined>;
  /** Patterns of files that `rest` may need, of front-ends loaded so far. */
  mentions(language: LanguageId): RegExp | undefined;
  rest(mentioning: readonly string[]): Iterable<{ readonly source: SourceText; readonly sightings: readonly Sighting[] }>;
}

/** Front-ends of one scan, each loaded when its first file comes. */
export function frontEnds(project: Project): FrontEnds {
  const loaded = new Map<Language['load'], FrontEnd>();
  return {
    async of(language) {
      const known = codeLanguages.get(language);
      if (!known) return undefined;
      let frontEnd = loaded.get(known.load);
      if (!frontEnd) {
        frontEnd = (await known.load())(project);
        loaded.set(known.load, frontEnd);
      }
      return frontEnd;
    },
    mentions: (language) => codeLanguages.get(language)?.mentions,
    *rest(mentioning) {
      for (const frontEnd of loaded.values()) yield* frontEnd.rest?.(mentioning) ?? [];
    },
  };
}
