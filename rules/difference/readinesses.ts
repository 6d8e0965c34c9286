import type { ChangedVerdict, ReadinessDifference, Summary, VerdictChange } from '../../model/difference.ts';
import { verdictChanges } from '../../model/difference.ts';
import { severities } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import type { Judgement, Readiness } from '../../model/readiness.ts';
import { causesOf, indexOf, type Indexed } from './causes.ts';

/** What became of every gap and unknown between two judgements. Verdicts are the same by fingerprint: rule and subject. */
export function differenceOfReadinesses(before: Readiness, after: Readiness): ReadinessDifference {
  const [old, now] = [indexOf(before), indexOf(after)];
  const verdicts: ChangedVerdict[] = [];
  for (const key of new Set([...old.byFingerprint.keys(), ...now.byFingerprint.keys()])) {
    const change = changeOf(old.byFingerprint.get(key), now.byFingerprint.get(key));
    if (change !== undefined) verdicts.push(changed(change, { key, old, now }));
  }
  return {
    format: 'regionready/difference', version: 1, of: 'readiness',
    home: after.intent.home, target: after.intent.target,
    before: summaryOf(before), after: summaryOf(after),
    verdicts: verdicts.sort(byNews),
    services: servicesOf(before, after),
    notes: notesOf(before, after),
  };
}

/** What changed for each target that is in both. */
export function differencesByTarget(before: readonly Readiness[], after: readonly Readiness[]): ReadinessDifference[] {
  return after.flatMap((now) => {
    const old = before.find(({ intent }) => intent.target === now.intent.target);
    return old === undefined ? [] : [differenceOfReadinesses(old, now)];
  });
}

function changeOf(before: Judgement | undefined, after: Judgement | undefined): VerdictChange | undefined {
  const [was, is] = [weightOf(before), weightOf(after)];
  if (was === is) return undefined;
  if (was === 0) return 'new';
  if (is === 0) return after === undefined ? 'gone' : 'fixed';
  return is > was ? 'worse' : 'better';
}

/** 0 for what is no trouble; an unknown is less than any gap, a gap that was accepted less than one that was not. */
function weightOf(judgement: Judgement | undefined): number {
  if (judgement === undefined || judgement.state === 'ready' || judgement.state === 'exempt') return 0;
  if (judgement.state === 'unknown') return 1;
  const severity = severities.length - severities.indexOf(judgement.severity);
  return (judgement.baselined === true ? 2 : 10) + severity + (judgement.blocking === true ? 0.5 : 0);
}

interface Pair {
  readonly key: string;
  readonly old: Indexed;
  readonly now: Indexed;
}

function changed(change: VerdictChange, { key, old, now }: Pair): ChangedVerdict {
  const [before, after] = [old.byFingerprint.get(key), now.byFingerprint.get(key)];
  const shown = (after ?? before) as Judgement;
  const { rule, subject, title, service, source } = shown;
  return {
    change, rule, subject, title, service,
    ...(before === undefined ? {} : { before: side(before) }),
    ...(after === undefined ? {} : { after: side(after) }),
    causes: causesOf({ before, after, old, now }),
    ...(source === undefined ? {} : { source }),
    fingerprint: key,
  };
}

const side = ({ state, severity, message, baselined }: Judgement): NonNullable<ChangedVerdict['before']> => ({ state, severity, message, ...(baselined === undefined ? {} : { baselined }) });

const summaryOf = ({ tool, intent: { today, strategy }, status, score, counts }: Readiness): Summary => ({ tool, today, strategy, status, score, gaps: counts.gap, unknown: counts.unknown });

/** Bad news first, and among them the worst. */
function byNews(a: ChangedVerdict, b: ChangedVerdict): number {
  const severityOf = ({ after, before }: ChangedVerdict): number => severities.indexOf((after ?? before)?.severity ?? 'info');
  const stateOf = ({ after, before }: ChangedVerdict): string => (after ?? before)?.state ?? '';
  return verdictChanges.indexOf(a.change) - verdictChanges.indexOf(b.change) || compareText(stateOf(a), stateOf(b)) || severityOf(a) - severityOf(b) || compareText(a.rule, b.rule) || compareText(a.subject, b.subject);
}

function servicesOf(before: Readiness, after: Readiness): ReadinessDifference['services'] {
  const statusIn = ({ services }: Readiness): Map<string, Readiness['status']> => new Map(services.map(({ id, status }) => [id, status]));
  const [was, is] = [statusIn(before), statusIn(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort(compareText).flatMap((id) => {
    const [old, now] = [was.get(id), is.get(id)];
    return old === now ? [] : [{ id, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) }];
  });
}

function notesOf(before: Readiness, after: Readiness): string[] {
  const roadOf = ({ intent }: Readiness): string => `${intent.home.join(', ')} → ${intent.target}`;
  return [
    ...(roadOf(before) === roadOf(after) ? [] : [`The two are about different roads: ${roadOf(before)}, then ${roadOf(after)}.`]),
    ...(before.intent.strategy === after.intent.strategy ? [] : [`The strategy changed from ${before.intent.strategy} to ${after.intent.strategy}, and severities with it.`]),
    ...(before.tool === after.tool ? [] : [`Judged by version ${before.tool}, then by ${after.tool}: rules may have changed.`]),
  ];
}
