import assert from 'node:assert/strict';
import { regionsIn } from '../../model/region-token.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import { lineStarts, spanOf } from '../../model/position.ts';
import type { Judgement } from '../../model/readiness.ts';
import { changesOf } from '../../model/replacement.ts';
import { applyChanges } from '../../rules/fixes/apply.ts';
import { editFor } from '../../rules/fixes/index.ts';

export interface Written extends Partial<Omit<Occurrence, 'span'>> {
  readonly text: string;
  readonly language: string;
  readonly file: string;
}

/** A gap of an occurrence that stands where its text stands in the source, as a front-end would tell it. */
export function gapIn(source: string, { form = 'region', ...given }: Written, rule = 'code-region-literal'): Judgement {
  const from = source.indexOf(given.text);
  assert.notEqual(from, -1, `${given.text} is in the source`);
  const span = spanOf(lineStarts(source), from, from + given.text.length);
  const occurrence: Occurrence = { form, role: 'value', regions: regionsIn(given.text), scope: 'production', span, snippet: '', ...given };
  return { rule, state: 'gap', severity: 'high', subject: 's', title: 't', service: 'code', resources: [], message: 'm', targets: [], evidence: [], occurrence, fingerprint: '0' };
}

export interface FixedText {
  readonly text: string;
  readonly safe: boolean;
}

export interface Surroundings {
  readonly home?: readonly string[];
  readonly tf?: readonly string[];
  readonly lock?: readonly string[];
}

/** What a source becomes by the edit for one occurrence; undefined where no fixer knows one. */
export function fixed(source: string, judgement: Judgement, { home = ['us-east-1'], tf = [], lock = [] }: Surroundings = {}): FixedText | undefined {
  const edit = editFor(judgement, { text: source, starts: lineStarts(source), home, beside: (suffix) => (suffix === '.tf' ? tf : lock) });
  if (edit === undefined) return undefined;
  const changes = changesOf(edit, source);
  assert.ok(changes, 'the edit has its place in the source');
  return { text: applyChanges(source, [changes]).text, safe: edit.safe };
}
