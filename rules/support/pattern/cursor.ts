/** Why a pattern cannot be read, as the end of "…, because". */
export class Unreadable extends Error {}

/** A place in a text that moves forward only. */
export interface Cursor {
  done(): boolean;
  /** The next character, '' at the end. */
  peek(): string;
  /** The next character, which is passed. Throws Unreadable at the end. */
  next(): string;
  /** Passes the text if it is next. */
  take(text: string): boolean;
  /** Passes and returns what a sticky pattern finds here. */
  takeMatch(pattern: RegExp): string | undefined;
}

export function cursorOn(text: string): Cursor {
  let at = 0;
  return {
    done: () => at >= text.length,
    peek: () => text.charAt(at),
    next() {
      if (at >= text.length) throw new Unreadable('it ends in the middle');
      at += 1;
      return text.charAt(at - 1);
    },
    take(wanted) {
      if (!text.startsWith(wanted, at)) return false;
      at += wanted.length;
      return true;
    },
    takeMatch(pattern) {
      pattern.lastIndex = at;
      const [found] = pattern.exec(text) ?? [];
      if (found === undefined) return undefined;
      at += found.length;
      return found;
    },
  };
}
