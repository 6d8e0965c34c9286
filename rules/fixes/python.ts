import { editOf } from '../../model/replacement.ts';
import type { Fixer } from './fixer.ts';

/** What is looked at before and after a literal. */
const reach = 200;

/** The region of boto3 clients and sessions, and fallbacks of the environment. Suggestions: where no region is set, both then fail. */
export const python: Fixer = {
  languages: new Set(['python']),
  edit(occurrence, { text, from, to, starts }) {
    if (occurrence.form !== 'region' || occurrence.within !== undefined || occurrence.construct !== undefined || text.slice(from, to) !== occurrence.text) return undefined;
    const quote = text[from - 1];
    if ((quote !== '"' && quote !== "'") || text[to] !== quote || text[to + 1] === quote) return undefined;
    const before = text.slice(Math.max(0, from - 1 - reach), from - 1);
    const after = text.slice(to + 1, to + 1 + reach);
    const get = /\bos\.(?:environ\.get|getenv)\(\s{0,20}(["'])([A-Z_]{1,40})\1\s{0,20},\s{0,20}$/.exec(before);
    const close = /^\s{0,20}\)/.exec(after)?.[0];
    if (get !== null && close !== undefined) return editOf(starts, [{ from: from - 1 - get[0].length, to: to + 1 + close.length, text: `os.environ[${get[1]}${get[2]}${get[1]}]` }], false);
    if (!/boto3|(?:^|\.)(?:client|resource|Session)$/.test(occurrence.callee ?? '')) return undefined;
    const keyword = /(,\s{0,40})?\bregion_name\s{0,10}=\s{0,10}$/.exec(before);
    if (keyword === null) return undefined;
    const start = from - 1 - keyword[0].length;
    if (keyword[1] !== undefined) return editOf(starts, [{ from: start, to: to + 1, text: '' }], false);
    const comma = /^\s{0,20},\s{0,40}/.exec(after)?.[0] ?? '';
    return editOf(starts, [{ from: start, to: to + 1 + comma.length, text: '' }], false);
  },
};
