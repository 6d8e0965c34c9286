import { printable } from '../../../ui/report/markup.ts';

/** Texts by number, each once. Number 0 is the empty text. */
export interface Dictionary {
  readonly texts: readonly string[];
  /** Number of a text. Invisible characters in it are spelt out first, so that nothing in the data can pass for one of our marks. */
  of(text: string | undefined): number;
  /** The same for a text that is printable already and may hold our marks. */
  ofMarked(text: string): number;
}

export function dictionary(): Dictionary {
  const texts = [''];
  const numbers = new Map([['', 0]]);
  const ofMarked = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    return texts.push(text) - 1;
  };
  return { texts, ofMarked, of: (text) => (text === undefined ? 0 : ofMarked(printable(text))) };
}

/** Rows that are equal are kept once; gives the number of each. */
export interface Rows {
  readonly rows: readonly (readonly number[])[];
  of(row: readonly number[]): number;
}

export function distinctRows(first: readonly (readonly number[])[] = []): Rows {
  const rows = [...first];
  const numbers = new Map(rows.map((row, index) => [row.join(), index]));
  return {
    rows,
    of(row) {
      const key = row.join();
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, rows.length);
      return rows.push(row) - 1;
    },
  };
}
