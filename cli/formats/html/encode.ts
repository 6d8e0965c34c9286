import { severities } from '../../../model/intent.ts';
import { verdictStates, type Edit, type Evidence, type Judgement, type Readiness, type RecoveryOutlook, type ServiceReadiness } from '../../../model/readiness.ts';
import { shareCause } from '../../../model/share-cause.ts';
import { timeText } from '../../../model/simulation.ts';
import type { Source } from '../../../model/source.ts';
import { effectOf } from '../../../rules/effect.ts';
import { categories, categoryOf } from '../../../rules/rule.ts';
import { printable } from '../../../ui/report/markup.ts';
import { pathMark, sameAsSubject, titleMark, type Wire, type WireOutlook, type WireRule, type WireService } from '../../../ui/report/wire.ts';
import { dictionary, distinctRows, type Dictionary, type Rows } from './dictionary.ts';
import { encodeGraph } from './encode-graph.ts';
import { encodeRemedies } from './encode-remedies.ts';
import type { ReportExtras, RuleText } from './extras.ts';

/** What `encode` collects on its way through the judgements. */
interface Tables {
  readonly dictionary: Dictionary;
  readonly subjects: Rows;
  readonly evidence: Rows;
  readonly frames: Rows;
}

/** The data of the report in the form that the page embeds: a twentieth of the same as plain JSON. */
export function encode(readiness: Readiness, { rules = [], graph, remedies = {} }: ReportExtras): Wire {
  const tables: Tables = { dictionary: dictionary(), subjects: distinctRows(), evidence: distinctRows([[]]), frames: distinctRows() };
  const wireRules = rulesOf(readiness, rules);
  const verdicts = encodeVerdicts(readiness, wireRules, { ...tables, drawn: new Set(graph?.nodes.map(({ id }) => id)) });
  const coded = encodeRemedies(readiness.judgements, remedies, tables.dictionary);
  const { intent, services } = readiness;
  return {
    texts: tables.dictionary.texts,
    intent: { home: intent.home.map(printable), target: printable(intent.target), strategy: intent.strategy, today: printable(intent.today) },
    rules: wireRules,
    services: services.map(wireService),
    subjects: columnsOf(tables.subjects),
    verdicts: { ...verdicts, remedy: coded.pairs },
    remedies: coded.remedies,
    evidence: tables.evidence.rows,
    frames: tables.frames.rows,
    ...(graph === undefined ? {} : { graph: encodeGraph(graph, tables.dictionary) }),
  };
}

function wireService(service: ServiceReadiness): WireService {
  const { recovery } = service;
  const { recovery: _, ...told } = { ...service, id: printable(service.id), dependsOn: service.dependsOn.map(printable) };
  return recovery === undefined ? told : { ...told, recovery: outlook(recovery) };
}

function outlook({ lost, outcome, why, rto, rpo }: RecoveryOutlook): WireOutlook {
  return { lost, outcome, why: why.slice(0, 3).map(printable), back: timeText(rto, 'no end in sight'), loses: timeText(rpo, 'everything'), path: rto.why.slice(0, 6).map(printable) };
}

/** Rules that judged, in the order of the document, with what the registry says of them. Rules that only judgements name come last. */
function rulesOf({ rules, judgements, intent: { strategy } }: Readiness, texts: readonly RuleText[]): WireRule[] {
  const known = new Map<string, RuleText>(texts.map((text) => [text.id, text]));
  const listed = new Map(rules.map(({ id, title, severity }) => [id, { id, title, severity }]));
  for (const { rule, severity } of judgements) if (!listed.has(rule)) listed.set(rule, { id: rule, title: rule, severity });
  return [...listed.values()].map(({ id, title, severity }) => {
    const text = known.get(id);
    const { why, fix, links = [] } = text ?? {};
    const category = categoryOf(id);
    return {
      id: printable(id),
      title: printable(title),
      category: Object.hasOwn(categories, category) ? categories[category] : 'Other',
      severity,
      ...(why === undefined ? {} : { why: printable(why) }),
      ...(fix === undefined ? {} : { fix: printable(fix) }),
      ...(text === undefined ? {} : { effect: printable(effectOf(text, strategy)) }),
      links: links.map(printable),
    };
  });
}

/** Gaps that are named as to be closed first; what they need in turn stands with them. */
const mostBefore = 4;

function encodeVerdicts({ judgements, intent }: Readiness, rules: readonly WireRule[], tables: Tables & { readonly drawn: ReadonlySet<string> }): Omit<Wire['verdicts'], 'remedy'> {
  const { dictionary: { of } } = tables;
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const subjects = judgements.map((judgement) => tables.subjects.of(subjectRow(judgement, tables.dictionary)));
  const pairs = (value: (judgement: Judgement) => number | undefined): number[] =>
    judgements.flatMap((judgement, index) => {
      const number = value(judgement);
      return number === undefined ? [] : [index, number];
    });
  const indexes = (test: (judgement: Judgement) => boolean): number[] => judgements.flatMap((judgement, index) => (test(judgement) ? [index] : []));
  const places = new Map(judgements.map(({ fingerprint }, index) => [fingerprint, index]));
  const open = ({ state }: Judgement): boolean => state === 'gap' || state === 'unknown';
  return {
    ruleRuns: runsOf(judgements.map(({ rule }) => ruleIndex.get(printable(rule)) ?? 0)),
    state: judgements.map(({ state }) => verdictStates.indexOf(state)).join(''),
    severity: judgements.map(({ severity }) => severities.indexOf(severity)).join(''),
    subject: subjects.map((subject, index) => subject - (subjects[index - 1] ?? 0)),
    message: judgements.map(({ message, title }) => tables.dictionary.ofMarked(marked(message, title))),
    evidence: judgements.map((judgement) => tables.evidence.of(judgement.evidence.flatMap((piece) => evidenceRow(piece, judgement, tables.dictionary)))),
    fix: pairs(({ fix, title }) => (fix === undefined ? undefined : tables.dictionary.ofMarked(marked(fix, title)))),
    ask: pairs(({ ask, title }) => (ask === undefined ? undefined : tables.dictionary.ofMarked(marked(ask, title)))),
    effect: pairs(({ rule, state, effect }) => (state !== 'gap' || effect === undefined || printable(effect) === rules[ruleIndex.get(printable(rule)) ?? -1]?.effect ? undefined : of(effect))),
    before: judgements.flatMap((gap, index) => (gap.before ?? []).flatMap((fingerprint) => places.get(fingerprint) ?? []).filter((other) => !shareCause(gap, judgements[other] ?? gap)).slice(0, mostBefore).flatMap((other) => [index, other])),
    edit: pairs(({ edit }) => (edit === undefined ? undefined : of(editWords(edit)))),
    targets: pairs(({ targets }) => (targets.length === 1 && targets[0] === intent.target ? undefined : of(targets.join(', ')))),
    // They mark boxes in the picture: those that it does not draw would only make the page large.
    resources: pairs(({ resources, subject }) => (resources.length === 1 && resources[0] === subject ? undefined : of(resources.filter((id) => tables.drawn.has(id)).join('\n')))),
    frame: pairs(({ occurrence, state }) => (occurrence === undefined || state === 'ready' ? undefined : tables.frames.of(frameRow(occurrence, tables.dictionary)))),
    mark: pairs((judgement) => (open(judgement) ? of(judgement.fingerprint.slice(0, 12)) : undefined)),
    blocking: indexes(({ blocking }) => blocking === true),
    baselined: indexes(({ baselined }) => baselined === true),
  };
}

function subjectRow({ title, subject, service, source }: Judgement, { of, ofMarked }: Dictionary): number[] {
  return [of(title), ofMarked(marked(subject, title)), of(service), of(source?.scanner), of(source?.file), source?.line ?? 0, of(source?.path), of(source?.asOf)];
}

function columnsOf({ rows }: Rows): Wire['subjects'] {
  const column = (at: number): number[] => rows.map((row) => row[at] ?? 0);
  return { title: column(0), subject: column(1), service: column(2), scanner: column(3), file: column(4), line: column(5), path: column(6), asOf: column(7) };
}

function evidenceRow({ what, value, source }: Evidence, { title, source: own }: Judgement, { of, ofMarked }: Dictionary): number[] {
  const texts = [ofMarked(marked(what, title)), ofMarked(marked(value, title))];
  if (source === undefined) return [...texts, 0, 0, 0, 0, 0];
  const number = (key: 'scanner' | 'file' | 'asOf'): number => (source[key] !== undefined && source[key] === own?.[key] ? sameAsSubject : of(source[key]));
  const file = number('file');
  return [...texts, number('scanner'), file, lineNumber(source, file === sameAsSubject ? (own?.line ?? 0) : undefined), pathNumber(source, own, ofMarked), number('asOf')];
}

function lineNumber({ line }: Source, from: number | undefined): number {
  if (line === undefined || from === undefined) return line ?? 0;
  return line >= from ? line - from + 1 : line - from;
}

function pathNumber({ path }: Source, own: Source | undefined, ofMarked: Dictionary['ofMarked']): number {
  if (path === undefined) return 0;
  const start = own?.path;
  return ofMarked(start !== undefined && start !== '' && path.startsWith(start) ? pathMark + printable(path.slice(start.length)) : printable(path));
}

function frameRow({ language, form, role, text, snippet, enclosing, scope }: NonNullable<Judgement['occurrence']>, { of }: Dictionary): number[] {
  return [language, form, role, text, snippet, enclosing, scope].map((item) => of(item));
}

function editWords({ span: { line, column, endLine, endColumn }, text, safe }: Edit): string {
  const place = endLine === line ? `line ${line}, columns ${column} to ${endColumn}` : `line ${line}, column ${column} to line ${endLine}, column ${endColumn}`;
  return `Replace ${place} by \`${text}\`${safe ? '.' : '; check what else it needs.'}`;
}

/** The text with the subject's title taken out: thousands of messages become one. */
function marked(text: string, title: string): string {
  const [shown, named] = [printable(text), printable(title)];
  return named.length < 3 ? shown : shown.replaceAll(named, titleMark);
}

function runsOf(values: readonly number[]): number[] {
  const runs: number[] = [];
  for (const value of values) {
    if (runs.at(-2) === value) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(value, 1);
  }
  return runs;
}
