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
}

/** Whether the surroundings speak of regions or zones, so that `eu` or `use1` can be read as one. */
export function speaksOfRegions({ name = '', callee = '', against = '' }: Hints): boolean {
  return /region|zone|\baz\b|location_?constraint/i.test(`${name} ${callee} ${against}`);
}

/** Matches in order of the text; of overlapping ones the earlier given wins. */
export function withoutOverlaps(matches: Iterable<Match>): Match[] {
  const kept: Match[] = [];
  for (const match of matches) if (!kept.some(({ from, to }) => match.from < to && from < match.to)) kept.push(match);
  return kept.sort((a, b) => a.from - b.from);
}
