import type { Properties } from '../../model/properties.ts';

export type Question = 'text' | 'flag' | 'count' | 'texts' | 'items' | 'has' | 'json';

/** A path that a reader asked for, from the root of the properties. */
export interface Asked {
  readonly path: string;
  readonly as: Question;
}

/**
 * How a recorder answers, so that a reader takes every branch: as if nothing were set, nothing told, everything set, everything set to
 * the value that means "not set", or everything set to an object.
 */
export const moods = ['empty', 'untold', 'full', 'blank', 'objects'] as const;
export type Mood = (typeof moods)[number];

/** The text that a recorder in the mood `full` answers; readers that compare with the region are given it as region. */
export const anyText = 'x';

/** Properties that answer as the mood says and note down every path. */
export function recorder(asked: Asked[], mood: Mood, prefix = ''): Properties {
  const note = (path: string, as: Question): void => {
    asked.push({ path: prefix + path, as });
  };
  const answer = <T>(absent: T | undefined, full: T, blank: T): T | undefined =>
    mood === 'empty' ? absent : mood === 'full' ? full : mood === 'blank' ? blank : undefined;
  return {
    text(path: string, absent?: string) {
      note(path, 'text');
      return answer(absent, anyText, '');
    },
    flag(path, absent) {
      note(path, 'flag');
      return answer(absent, true, false);
    },
    count(path, absent) {
      note(path, 'count');
      return answer(absent, 1, 0);
    },
    texts(path, absent) {
      note(path, 'texts');
      return answer(absent === undefined ? undefined : [...absent], [anyText], ['']);
    },
    items(path) {
      note(path, 'items');
      if (mood === 'untold') return undefined;
      return mood === 'empty' ? [] : [recorder(asked, mood, `${prefix}${path}.`)];
    },
    has(path) {
      note(path, 'has');
      return mood === 'untold' ? undefined : mood !== 'empty';
    },
    json(path) {
      note(path, 'json');
      return mood === 'full' || mood === 'objects' ? {} : undefined;
    },
  };
}
