import type { Severity } from '../../model/intent.ts';
import type { Source } from '../../model/source.ts';
import type { VerdictState } from '../../model/readiness.ts';
import { pathMark, sameAsSubject, titleMark, type Wire, type WireRule, type WireService } from './wire.ts';

/** The embedded data, opened for reading: columns by verdict. Verdicts are told by their index, which is their order: worst first. */
export interface Report {
  readonly wire: Wire;
  readonly size: number;
  readonly rule: Uint16Array;
  readonly subject: Uint32Array;
  readonly state: readonly VerdictState[];
  readonly severity: readonly Severity[];
  readonly fix: ReadonlyMap<number, number>;
  readonly ask: ReadonlyMap<number, number>;
  readonly effect: ReadonlyMap<number, number>;
  readonly before: ReadonlyMap<number, readonly number[]>;
  readonly edit: ReadonlyMap<number, number>;
  readonly targets: ReadonlyMap<number, number>;
  readonly resources: ReadonlyMap<number, number>;
  readonly frame: ReadonlyMap<number, number>;
  readonly remedy: ReadonlyMap<number, readonly number[]>;
  readonly mark: ReadonlyMap<number, number>;
  readonly blocking: ReadonlySet<number>;
  readonly baselined: ReadonlySet<number>;
  readonly services: ReadonlyMap<string, WireService>;
}

export const stateOrder = ['gap', 'unknown', 'exempt', 'ready'] as const satisfies readonly VerdictState[];
export const severityOrder = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];

export function openReport(wire: Wire): Report {
  const { verdicts } = wire;
  const size = verdicts.state.length;
  const pairs = (flat: readonly number[]): Map<number, number> => {
    const map = new Map<number, number>();
    for (let at = 0; at < flat.length; at += 2) map.set(flat[at] ?? 0, flat[at + 1] ?? 0);
    return map;
  };
  return {
    wire,
    size,
    rule: unrolled(verdicts.ruleRuns, size),
    subject: summed(verdicts.subject),
    state: Array.from(verdicts.state, (digit) => stateOrder[Number(digit)] ?? 'unknown'),
    severity: Array.from(verdicts.severity, (digit) => severityOrder[Number(digit)] ?? 'info'),
    fix: pairs(verdicts.fix),
    ask: pairs(verdicts.ask),
    effect: pairs(verdicts.effect),
    before: lists(verdicts.before),
    edit: pairs(verdicts.edit),
    targets: pairs(verdicts.targets),
    resources: pairs(verdicts.resources),
    frame: pairs(verdicts.frame),
    remedy: lists(verdicts.remedy),
    mark: pairs(verdicts.mark),
    blocking: new Set(verdicts.blocking),
    baselined: new Set(verdicts.baselined),
    services: new Map(wire.services.map((service) => [service.id, service])),
  };
}

/** The same for pairs whose first number may come again. */
export function lists(flat: readonly number[]): Map<number, number[]> {
  const map = new Map<number, number[]>();
  for (let at = 0; at < flat.length; at += 2) map.set(flat[at] ?? 0, [...(map.get(flat[at] ?? 0) ?? []), flat[at + 1] ?? 0]);
  return map;
}

export function unrolled(runs: readonly number[], size: number): Uint16Array {
  const values = new Uint16Array(size);
  let at = 0;
  for (let run = 0; run < runs.length; run += 2) {
    const end = at + (runs[run + 1] ?? 0);
    values.fill(runs[run] ?? 0, at, end);
    at = end;
  }
  return values;
}

export function summed(differences: readonly number[]): Uint32Array {
  let value = 0;
  return Uint32Array.from(differences, (difference) => (value += difference));
}

export function textOf({ wire }: Report, index: number | undefined): string {
  return wire.texts[index ?? 0] ?? '';
}

export function ruleOf(report: Report, verdict: number): WireRule {
  const found = report.wire.rules[report.rule[verdict] ?? 0];
  if (found === undefined) throw new RangeError(`verdict ${verdict} has no rule`);
  return found;
}

export function titleOf(report: Report, verdict: number): string {
  return textOf(report, report.wire.subjects.title[report.subject[verdict] ?? 0]);
}

export function subjectOf(report: Report, verdict: number): string {
  return filled(report, verdict, report.wire.subjects.subject[report.subject[verdict] ?? 0]);
}

export function serviceOf(report: Report, verdict: number): string {
  return textOf(report, report.wire.subjects.service[report.subject[verdict] ?? 0]);
}

export function messageOf(report: Report, verdict: number): string {
  return filled(report, verdict, report.wire.verdicts.message[verdict]);
}

/** Place to look first, `templates/orders.yaml:12`; empty where nobody told. */
export function placeOf(report: Report, verdict: number): string {
  const { scanner, file, line, path } = report.wire.subjects;
  const subject = report.subject[verdict] ?? 0;
  const place = textOf(report, file[subject]) || textOf(report, path[subject]) || textOf(report, scanner[subject]);
  const at = line[subject] ?? 0;
  return at === 0 ? place : `${place}:${at}`;
}

/** Resources that the verdict is about, for those where it is not the subject itself. */
export function resourcesOf(report: Report, verdict: number): readonly string[] {
  const given = report.resources.get(verdict);
  return given === undefined ? [subjectOf(report, verdict)] : textOf(report, given).split('\n').filter((id) => id !== '');
}

export interface ReadEvidence {
  readonly what: string;
  readonly value: string;
  readonly source?: Source;
}

export function evidenceOf(report: Report, verdict: number): readonly ReadEvidence[] {
  const flat = report.wire.evidence[report.wire.verdicts.evidence[verdict] ?? 0] ?? [];
  const pieces: ReadEvidence[] = [];
  for (let at = 0; at < flat.length; at += 7) {
    const source = sourceAt(report, verdict, flat.slice(at + 2, at + 7));
    const piece = { what: filled(report, verdict, flat[at]), value: filled(report, verdict, flat[at + 1]) };
    pieces.push(source === undefined ? piece : { ...piece, source });
  }
  return pieces;
}

/** Scanner, file and asOf may be those of the subject. Where the file is, the line counts from the subject's: 1 is the same line, -1 the one before. */
export function sourceAt(report: Report, verdict: number, [scanner = 0, file = 0, line = 0, path = 0, asOf = 0]: readonly number[]): Source | undefined {
  if (scanner === 0) return undefined;
  const { subjects } = report.wire;
  const subject = report.subject[verdict] ?? 0;
  const text = (index: number, column: readonly number[]): string => textOf(report, index === sameAsSubject ? column[subject] : index);
  const lineText = file === sameAsSubject && line !== 0 ? (subjects.line[subject] ?? 0) + line - (line > 0 ? 1 : 0) : line;
  const pathText = textOf(report, path).replace(pathMark, () => textOf(report, subjects.path[subject]));
  const found = { file: text(file, subjects.file), path: pathText, asOf: text(asOf, subjects.asOf) };
  return {
    scanner: text(scanner, subjects.scanner),
    ...(found.file === '' ? {} : { file: found.file }),
    ...(lineText === 0 ? {} : { line: lineText }),
    ...(found.path === '' ? {} : { path: found.path }),
    ...(found.asOf === '' ? {} : { asOf: found.asOf }),
  };
}

export function filled(report: Report, verdict: number, index: number | undefined): string {
  const text = textOf(report, index);
  return text.includes(titleMark) ? text.replaceAll(titleMark, () => titleOf(report, verdict)) : text;
}

export interface Frame {
  readonly language: string;
  readonly form: string;
  readonly role: string;
  readonly text: string;
  readonly snippet: string;
  readonly enclosing: string;
  readonly scope: string;
}

export function frameOf(report: Report, verdict: number): Frame | undefined {
  const flat = report.wire.frames[report.frame.get(verdict) ?? -1];
  if (flat === undefined) return undefined;
  const [language, form, role, text, snippet, enclosing, scope] = flat.map((index) => textOf(report, index));
  return { language: language ?? '', form: form ?? '', role: role ?? '', text: text ?? '', snippet: snippet ?? '', enclosing: enclosing ?? '', scope: scope ?? '' };
}

export interface ReadRemedy {
  readonly title: string;
  readonly forms: readonly { readonly name: string; readonly text: string }[];
  readonly limits: readonly string[];
}

export function remediesOf(report: Report, verdict: number): readonly ReadRemedy[] {
  return (report.remedy.get(verdict) ?? []).flatMap((index) => {
    const remedy = report.wire.remedies[index];
    if (remedy === undefined) return [];
    const { title, forms, limits } = remedy;
    return [{ title, limits, forms: forms.flatMap((name, at) => (at % 2 === 0 ? [{ name: textOf(report, name), text: textOf(report, forms[at + 1]) }] : [])) }];
  });
}
