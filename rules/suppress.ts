import { compareText } from '../model/json.ts';
import { matchesPattern } from '../model/pattern.ts';
import type { Judgement } from '../model/readiness.ts';
import { sourceLabel } from '../model/source.ts';
import { covers, type Suppression } from '../model/suppression.ts';
import { isInForce } from './exemption.ts';

export interface Suppressed {
  readonly judgements: Judgement[];
  /** Comments that cannot be honoured, have expired, or accept nothing any more. */
  readonly notes: string[];
  /** Those of the notes that are about comments to be removed: expired ones and ones that accept nothing. */
  readonly stale: string[];
}

/** Turns gaps that a comment in the scanned text accepts into exempt verdicts with its reason. */
export function suppress(judgements: readonly Judgement[], suppressions: readonly Suppression[], today: string): Suppressed {
  const byFile = Map.groupBy(suppressions, ({ source }) => source.file ?? '');
  const used = new Set<Suppression>();
  const judged = judgements.map((judgement): Judgement => {
    if (judgement.state !== 'gap') return judgement;
    const found = byFile.get(judgement.source?.file ?? '')?.filter((suppression) => accepts(suppression, judgement)) ?? [];
    for (const suppression of found) used.add(suppression);
    const valid = found.find((suppression) => isInForce(suppression, today) && suppression.problem === undefined);
    return valid === undefined ? judgement : { ...judgement, state: 'exempt', message: `${valid.reason ?? 'Accepted by a comment'} (${judgement.message})` };
  });
  const notes = suppressions.flatMap((suppression) => {
    const note = noteOn(suppression, used.has(suppression), today);
    return note === undefined ? [] : [{ note, stale: suppression.problem === undefined }];
  });
  const texts = notes.map(({ note }) => note).sort(compareText);
  return { judgements: judged, notes: texts, stale: notes.flatMap(({ note, stale }) => (stale ? [note] : [])).sort(compareText) };
}

function accepts(suppression: Suppression, { rule, occurrence, source }: Judgement): boolean {
  if (!suppression.rules.some((pattern) => matchesPattern(pattern, rule))) return false;
  return occurrence === undefined ? suppression.line === undefined || suppression.line === source?.line : covers(suppression, occurrence);
}

function noteOn(suppression: Suppression, isUsed: boolean, today: string): string | undefined {
  const { problem, until, rules, source } = suppression;
  const at = `${sourceLabel(source)}: regionready-ignore ${rules.join(', ')}`;
  if (problem !== undefined) return `${at} is not honoured: ${problem}`;
  if (!isInForce(suppression, today)) return `${at} expired on ${until}.`;
  return isUsed ? undefined : `${at} accepts nothing any more and can be removed.`;
}
