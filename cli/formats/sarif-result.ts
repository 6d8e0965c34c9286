import type { Fix, Location, Region, Result, Suppression } from 'sarif';
import type { Judgement } from '../../model/readiness.ts';
import { told } from '../../model/reading.ts';
import { replacementsOf } from '../../model/replacement.ts';
import { withoutControls } from './escape.ts';
import type { FormatContext } from './format.ts';
import { levels } from './level.ts';

/** A verdict as SARIF tells it. */
export function resultOf(judgement: Judgement, ruleIndex: number, context: FormatContext): Result {
  const { rule, state, severity, service, targets, resources, ask, effect, before, cause, fingerprint } = judgement;
  const suppression = suppressionOf(judgement);
  return {
    ruleId: rule,
    ruleIndex,
    ...levelOf(judgement),
    message: { text: messageOf(judgement, context) },
    locations: [locationOf(judgement, context)],
    // The name under which code scanning looks for it; ours is stable when lines move.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'regionready/v1': fingerprint },
    ...(suppression === undefined ? {} : { suppressions: [suppression] }),
    ...fixesOf(judgement),
    properties: { state, severity, service, targets, resources, ...told({ ask, effect, before, cause }) },
  };
}

/** The change of the file that closes a gap. */
function fixesOf({ state, edit, occurrence, fix }: Judgement): { readonly fixes?: Fix[] } {
  if (state !== 'gap' || edit === undefined || occurrence === undefined) return {};
  const replacements = replacementsOf(edit).map(({ span, text }) => ({
    deletedRegion: { startLine: span.line, startColumn: span.column, endLine: span.endLine, endColumn: span.endColumn },
    ...(text === '' ? {} : { insertedContent: { text } }),
  }));
  const description = `${edit.safe ? 'Safe' : 'Suggestion'}: ${fix ?? 'replaces the text.'}`;
  return { fixes: [{ description: { text: withoutControls(description) }, artifactChanges: [{ artifactLocation: { uri: uriOf(occurrence.file), uriBaseId: 'SRCROOT' }, replacements }] }] };
}

/** Relative URI of a path with forward slashes. */
export function uriOf(path: string): string {
  return path.split('/').map((part) => encodeURIComponent(part)).join('/');
}

/** SARIF wants level none wherever the kind is not fail. */
function levelOf({ state, severity }: Judgement): Pick<Result, 'kind' | 'level'> {
  if (state === 'exempt') return { kind: 'notApplicable', level: 'none' };
  return { kind: 'fail', level: state === 'unknown' ? 'note' : levels[severity] };
}

function messageOf({ state, message, ask, fix, effect, rule }: Judgement, { rules }: FormatContext): string {
  if (state === 'unknown') return withoutControls(`Unknown: ${message}${ask === undefined ? '' : ` Would answer: ${ask}`}`);
  const advice = state === 'gap' ? (fix ?? rules.get(rule)?.fix) : undefined;
  return withoutControls([message, ...(effect === undefined ? [] : [`Left open: ${effect}`]), ...(advice === undefined ? [] : [`Fix: ${advice}`])].join(' '));
}

function suppressionOf({ state, message, baselined }: Judgement): Suppression | undefined {
  if (state === 'exempt') return { kind: 'external', status: 'accepted', justification: withoutControls(message) };
  return baselined === true ? { kind: 'external', status: 'accepted', justification: 'It is in the baseline.' } : undefined;
}

function locationOf({ subject, title, resources, source, occurrence }: Judgement, { input }: FormatContext): Location {
  const named = resources[0] ?? subject;
  const region = regionOf({ source, occurrence });
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(source?.file ?? input), uriBaseId: 'SRCROOT' }, ...(region === undefined ? {} : { region }) },
    ...(occurrence === undefined ? { logicalLocations: [{ name: withoutControls(title), fullyQualifiedName: withoutControls(named), kind: 'resource' }] } : {}),
  };
}

function regionOf({ source, occurrence }: Pick<Judgement, 'source' | 'occurrence'>): Region | undefined {
  if (occurrence === undefined) return source?.line === undefined ? undefined : { startLine: source.line };
  const { line, column, endLine, endColumn } = occurrence.span;
  return { startLine: line, startColumn: column, endLine, endColumn, snippet: { text: withoutControls(occurrence.snippet) } };
}
