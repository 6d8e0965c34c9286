import type { Judgement, Readiness } from '../../model/readiness.ts';
import { csvCell } from './escape.ts';
import type { FormatContext, ReportFormat } from './format.ts';

type Cell = (judgement: Judgement, readiness: Readiness, context: FormatContext) => string | number | undefined;

const columns: Readonly<Record<string, Cell>> = {
  target: (_, { intent }) => intent.target,
  strategy: (_, { intent }) => intent.strategy,
  state: ({ state }) => state,
  severity: ({ severity }) => severity,
  rule: ({ rule }) => rule,
  title: ({ rule }, _, { rules }) => rules.get(rule)?.title,
  service: ({ service }) => service,
  subject: ({ subject }) => subject,
  name: ({ title }) => title,
  message: ({ message }) => message,
  fix: ({ state, fix, rule }, _, { rules }) => (state === 'gap' ? (fix ?? rules.get(rule)?.fix) : undefined),
  effect: ({ effect }) => effect,
  before: ({ before }) => before?.join(' '),
  cause: ({ cause }) => cause,
  ask: ({ ask }) => ask,
  blocking: ({ blocking }) => (blocking === true ? 'yes' : undefined),
  baselined: ({ baselined }) => (baselined === true ? 'yes' : undefined),
  scanner: ({ source }) => source?.scanner,
  file: ({ source }) => source?.file,
  line: ({ source }) => source?.line,
  fingerprint: ({ fingerprint }) => fingerprint,
};

/** A table for spreadsheets: RFC 4180, one line of headings, one for each verdict of each target. */
export const csv: ReportFormat<Iterable<string>> = function* (readinesses, context) {
  yield `${Object.keys(columns).join(',')}\r\n`;
  for (const readiness of readinesses) {
    for (const judgement of readiness.judgements) yield `${Object.values(columns).map((cell) => csvCell(String(cell(judgement, readiness, context) ?? ''))).join(',')}\r\n`;
  }
};
