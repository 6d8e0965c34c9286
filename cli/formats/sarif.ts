import type { Log, Notification, ReportingDescriptor, Run } from 'sarif';
import type { BlindSpot } from '../../model/blind-spot.ts';
import { severities } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import type { Judgement } from '../../model/readiness.ts';
import { practicesOf } from '../../rules/frameworks.ts';
import { categoryOf, type Rule } from '../../rules/rule.ts';
import { version } from '../version.ts';
import type { FormatContext, ReportFormat } from './format.ts';
import { jsonPieces } from './json-pieces.ts';
import { levels } from './level.ts';
import { rulePage, rulePlainText } from './rule-page.ts';
import { resultOf, uriOf } from './sarif-result.ts';

/** SARIF 2.1.0 for code scanning: a run for each target, with gaps, unknown verdicts as notes, and accepted ones as suppressed. */
export const sarif: ReportFormat<Iterable<string>> = (readinesses, context) => sarifLog(readinesses.map(({ intent, judgements, blindSpots }) => ({ id: intent.target, judgements, blindSpots })), context);

export interface JudgedRun {
  /** Tells the runs of one commit apart: the target region, or lint. */
  readonly id: string;
  readonly judgements: readonly Judgement[];
  readonly blindSpots: readonly BlindSpot[];
}

export function* sarifLog(runs: readonly JudgedRun[], context: FormatContext): Generator<string> {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: runs.map((run) => runOf(run, context)),
  };
  yield* jsonPieces(log);
  yield '\n';
}

/** What GitHub code scanning takes of a run, and what it shows of that. Source: "SARIF results exceed one or more limits" of its documentation. */
const takenResults = 25_000;
const shownResults = 5_000;

function runOf({ id, judgements, blindSpots }: JudgedRun, context: FormatContext): Run {
  const all = judgements.filter(({ state }) => state !== 'ready');
  const told = gravest(all, takenResults);
  const ids = [...new Set(told.map(({ rule }) => rule))].sort(compareText);
  const indexOf = new Map(ids.map((rule, index) => [rule, index]));
  return {
    tool: { driver: { name: 'regionready', version, semanticVersion: version, rules: ids.map((rule) => descriptor(rule, context, told)) } },
    automationDetails: { id: `regionready/${id}/` },
    originalUriBaseIds: { SRCROOT: { uri: context.root, description: { text: 'The folder that paths are relative to' } } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: [...blindSpots.map(notification), ...limitNotes(all.length)] }],
    results: told.map((judgement) => resultOf(judgement, indexOf.get(judgement.rule) ?? -1, context)),
  };
}

/** As many judgements as are taken, those left out that weigh least; the others keep their order. */
function gravest(judgements: readonly Judgement[], most: number): readonly Judgement[] {
  if (judgements.length <= most) return judgements;
  const kept = new Set(judgements.toSorted((a, b) => weightOf(a) - weightOf(b)).slice(0, most));
  return judgements.filter((judgement) => kept.has(judgement));
}

/** Open gaps before accepted ones, unknown verdicts and exempt ones. */
function weightOf({ state, severity, baselined }: Judgement): number {
  return (state === 'gap' && baselined !== true ? 0 : state === 'gap' ? 10 : state === 'unknown' ? 20 : 30) + severities.indexOf(severity);
}

function limitNotes(count: number): Notification[] {
  const texts = [
    ...(count > takenResults ? [`${count - takenResults} of ${count} results are left out, those that weigh least: code scanning takes ${takenResults} of a run. The JSON format holds all.`] : []),
    ...(count > shownResults ? [`Code scanning shows ${shownResults} results of a run; this one has ${count}. Accept what is there with a baseline, or write a file for each folder.`] : []),
  ];
  return texts.map((text) => ({ level: 'note', descriptor: { id: 'result-limit' }, message: { text } }));
}

function descriptor(id: string, { rules }: FormatContext, judgements: readonly Judgement[]): ReportingDescriptor {
  const rule: Rule | undefined = rules.get(id);
  const severity = judgements.find((judgement) => judgement.rule === id)?.severity ?? 'info';
  const common = { id, defaultConfiguration: { level: levels[severity] } };
  if (rule === undefined) return { ...common, help: { text: `Rule ${id} is not known to this version of regionready.` } };
  return {
    ...common,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: rulePlainText(rule), markdown: rulePage(rule) },
    helpUri: rule.links[0],
    properties: { tags: ['multi-region', categoryOf(id), ...practicesOf(id)] },
  };
}

function notification({ reason, asked, message, remedy, source }: BlindSpot): Notification {
  const { file, line } = source;
  return {
    level: 'warning',
    descriptor: { id: reason },
    message: { text: `Blind spot: ${asked}: ${message}${remedy === undefined ? '' : ` ${remedy}`}` },
    ...(file === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId: 'SRCROOT' }, ...(line === undefined ? {} : { region: { startLine: line } }) } }] }),
  };
}
