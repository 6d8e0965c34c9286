import type { Judgement, Readiness } from '../../model/readiness.ts';

/** A readiness, by what the comparison asks it. */
export interface Indexed {
  readonly byFingerprint: ReadonlyMap<string, Judgement>;
  readonly subjects: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
  readonly readiness: Readiness;
}

export function indexOf(readiness: Readiness): Indexed {
  return {
    byFingerprint: new Map(readiness.judgements.map((judgement) => [judgement.fingerprint, judgement])),
    subjects: new Set(readiness.judgements.map(({ subject }) => subject)),
    rules: new Set(readiness.rules.map(({ id }) => id)),
    readiness,
  };
}

export interface Change {
  readonly before: Judgement | undefined;
  readonly after: Judgement | undefined;
  readonly old: Indexed;
  readonly now: Indexed;
}

/** What changed beneath a verdict: the subject came or went, a rule did, or the evidence says something else. */
export function causesOf({ before, after, old, now }: Change): string[] {
  if (before === undefined && after !== undefined) return [cameBecause(after, old)];
  if (after === undefined && before !== undefined) return [wentBecause(before, now)];
  if (before === undefined || after === undefined) return [];
  const causes = evidenceChanges(before, after);
  if (before.state === after.state && before.severity !== after.severity) causes.push(`severity ${before.severity} → ${after.severity}`);
  if (before.baselined !== after.baselined) causes.push(after.baselined === true ? 'accepted by the baseline' : 'not in the baseline any more');
  if (before.state === 'unknown' && after.state !== 'unknown') causes.push('it could be looked at now');
  if (before.state !== 'unknown' && after.state === 'unknown') causes.push('it could not be looked at any more');
  return causes.length > 0 ? causes : [`${before.message} → ${after.message}`];
}

function cameBecause({ subject, rule }: Judgement, old: Indexed): string {
  if (!old.rules.has(rule)) return `the rule ${rule} was not asked before`;
  return old.subjects.has(subject) ? 'the rule had nothing to say of it before' : 'it is new';
}

function wentBecause({ subject, rule }: Judgement, now: Indexed): string {
  if (!now.rules.has(rule)) return `the rule ${rule} is not asked any more`;
  if (now.subjects.has(subject)) return 'the rule has nothing to say of it any more';
  return now.readiness.blindSpots.length > 0 ? 'it is not seen any more, and there are blind spots: it may still be there' : 'it is not there any more';
}

function evidenceChanges(before: Judgement, after: Judgement): string[] {
  const was = new Map(before.evidence.map(({ what, value }) => [what, value]));
  const is = new Map(after.evidence.map(({ what, value }) => [what, value]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
    const [from, to] = [was.get(what), is.get(what)];
    return from === to ? [] : [`${what}: ${from ?? 'not told'} → ${to ?? 'not told'}`];
  });
}
