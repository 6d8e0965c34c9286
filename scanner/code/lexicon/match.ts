import type { Form } from '../../../model/occurrence.ts';

/** A stretch of text that stands for a region, zone, endpoint, ARN, image or partition. Offsets count UTF-16 code units of the text searched. */
export interface Match {
  readonly form: Form;
  readonly text: string;
  /** Region codes it stands for, sorted; a code that opened after our data was made is among them as it is written. */
  readonly regions: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** What the syntax around a text says of it; decides where the text alone does not. */
export interface Hints {
  /** Property, variable or parameter that receives the text. */
  readonly name?: string | undefined;
  /** Function or constructor it is handed to. */
  readonly callee?: string | undefined;
  /** Source of the expression that it is compared with or looked up in. */
  readonly against?: string | undefined;
  /** It is the audience of a token: &audience=sts.amazonaws.com. */
  readonly audience?: boolean | undefined;
}

/** Whether the surroundings speak of regions or zones, so that `eu` or `use1` can be read as one. */
export function speaksOfRegions({ name = '', callee = '', against = '' }: Hints): boolean {
  return /region|zone|\baz\b|location_?constraint/i.test(`${name} ${callee} ${against}`);
}

/** A stretch of a text that is spoken for, end exclusive. */
export interface Taken {
  readonly from: number;
  readonly to: number;
}

/** Whether a stretch meets one of several that are ascending and apart from each other. */
export function meets(taken: readonly Taken[], { from, to }: Taken): boolean {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.to ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return (taken[low]?.from ?? to) < to;
}

/** Matches in order of the text. Of overlapping ones that of the earlier group wins, in a group the one that starts first. */
export function withoutOverlaps(groups: readonly (readonly Match[])[]): Match[] {
  let kept: Match[] = [];
  for (const group of groups) {
    let end = 0;
    const fresh = group.toSorted((a, b) => a.from - b.from || b.to - a.to).filter((match) => {
      if (match.from < end || meets(kept, match)) return false;
      end = match.to;
      return true;
    });
    if (fresh.length > 0) kept = [...kept, ...fresh].sort((a, b) => a.from - b.from);
  }
  return kept;
}
