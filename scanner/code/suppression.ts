import { lineStarts, positionAt } from '../../model/position.ts';
import type { Suppression } from '../../model/suppression.ts';

/** The word that every suppression starts with. */
export const suppressionWord = 'regionready-ignore';
const comment = /regionready-ignore(-[a-z]{1,12}(?:-[a-z]{1,12})?)?(?![\w-])[:\s]?((?:(?!regionready-ignore)[^\n])*)/g;
/** Where there are no comments, as in JSON, a member for remarks holds it: "//": "regionready-ignore …". */
export const remarkKey = /^(?:\/\/.{0,40}|#.{0,40}|_*comments?_*|\$comment|_?remark|_?note)$/i;
const inRemark = /"\s*[,}\]][^\n]*$|"\s*$/;
const onlyComment = /^\s*(?:"(?:[^"\n]{1,60})"\s*:\s*"|\/\/+|\/?\*+|#+|--+|<!--|;+|!+|%+|\{\/\*|'|REM\b|rem\b)?\s*$/;
const ruleId = /^[a-z*][a-z0-9*/-]*$/;
const reasonLimit = 300;

export interface SuppressionSite {
  readonly text: string;
  readonly file: string;
  readonly scanner: string;
  /** Whether a word stands in a comment. */
  isInComment(offset: number): boolean;
}

/** Suppressions in the comments of a file. Malformed ones are told too, with what is wrong with them: they must not be dropped in silence. */
export function* suppressionsIn({ text, file, scanner, isInComment }: SuppressionSite): Iterable<Suppression> {
  if (!text.includes(suppressionWord)) return;
  const lines = lineIndex(text);
  for (const { index, 1: ending, 2: rest = '' } of text.matchAll(comment)) {
    if (!isInComment(index)) continue;
    const line = lines.lineAt(index);
    const source = { scanner, file, line };
    const parsed = parseSuppression(text.charAt(index - 1) === '"' ? rest.replace(inRemark, '') : rest);
    const { rules, reason, until } = parsed;
    const problem = ending === undefined || ending === '-file' ? parsed.problem : `${suppressionWord}${ending} is no such word: write ${suppressionWord}, which is for its own line or the next, or ${suppressionWord}-file`;
    yield {
      type: 'suppression',
      rules,
      ...(reason === '' ? {} : { reason }),
      ...(until === undefined ? {} : { until }),
      ...(ending === '-file' ? {} : { line: lines.targetOf(line) }),
      ...(problem === undefined ? {} : { problem }),
      source,
    };
  }
}

export interface ParsedSuppression {
  readonly rules: string[];
  readonly reason: string;
  readonly until?: string | undefined;
  readonly problem?: string | undefined;
}

/** Reads `code-region-literal, code-arn-literal -- kept for audit until 2027-01-31`. */
export function parseSuppression(text: string): ParsedSuppression {
  const cut = text.replace(/\s*(?:\*\/\}?|-->)[\s\S]*$/, '');
  const dashes = cut.indexOf('--');
  const named = (dashes === -1 ? cut : cut.slice(0, dashes)).split(/[\s,]+/).filter((word) => word !== '');
  const rules = named.filter((word) => ruleId.test(word));
  const told = dashes === -1 ? '' : cut.slice(dashes + 2).trim();
  const limit = /(?:^|\s)until\s+(\S+)\s*$/.exec(told);
  const reason = (limit ? told.slice(0, limit.index) : told).trim().slice(0, reasonLimit);
  const until = limit?.[1] !== undefined && isDay(limit[1]) ? limit[1] : undefined;
  const strange = named.find((word) => !ruleId.test(word));
  const problem = strange !== undefined ? `${strange.slice(0, 40)} is no rule id`
    : rules.length === 0 ? 'It names no rule'
      : reason === '' ? 'It gives no reason: write -- and why'
        : limit && until === undefined ? `${limit[1]?.slice(0, 40) ?? ''} is no day: write YYYY-MM-DD` : undefined;
  return { rules, reason, until, problem };
}

function isDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}

interface LineIndex {
  lineAt(offset: number): number;
  /** Line that a suppression on a line is for: the same, or the next with program on it if the comment stands alone. */
  targetOf(line: number): number;
}

/** Blank lines and further suppressions that may stand between a suppression and its line. */
const skipLimit = 20;

function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const contentOf = (line: number): string => text.slice(starts[line - 1] ?? text.length, starts[line] ?? text.length);
  const isAlone = (line: number): boolean => {
    const content = contentOf(line);
    const word = content.indexOf(suppressionWord);
    return word !== -1 && onlyComment.test(content.slice(0, word));
  };
  return {
    lineAt: (offset) => positionAt(starts, offset).line,
    targetOf(line) {
      if (!isAlone(line)) return line;
      let target = line + 1;
      while (target < starts.length && target <= line + skipLimit && (contentOf(target).trim() === '' || isAlone(target))) target += 1;
      return target;
    },
  };
}
