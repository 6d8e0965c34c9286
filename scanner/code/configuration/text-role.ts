import type { Role } from '../../../model/occurrence.ts';

const around = 60;
const quote = String.raw`\\?["']?`;
const comparedBefore = new RegExp(String.raw`(?:[!=]=~?\s{0,4}${quote}|(?:^|[\s(])(?:eq|ne|hasPrefix|hasSuffix)\s(?:\.?[\w.$]{1,60}\s|\()?\s{0,2}\\?["'])$`);
const comparedAfter = new RegExp(String.raw`^${quote}\s{0,4}[!=]=`);
const fallbackBefore = new RegExp(String.raw`(?:(?:\$\{[\w.:/-]{1,80}:[-=]|\$\{\w{1,80}[-=]|\$\{[\w.-]{1,80}:|\$\{[^{}"']{1,100}(?:\}[^{}"']{0,20})?,\s{0,4}|\|\|\s{0,4}|\?\?\s{0,4})${quote}|(?:\bdefault\s{0,2}\(?\s{0,2}|\bor\s|getenv\([^()]{1,60},\s{0,2}|lookup\([^()]{1,80},\s{0,2})\\?["'])$`);

/** What an expression inside a text does with a stretch of it: `${AWS_REGION:-us-east-1}`, `github.region == 'us-east-1'`. */
export function roleInText(text: string, from: number, to: number): Role | undefined {
  const before = text.slice(Math.max(0, from - around * 2), from);
  const after = text.slice(to, to + around);
  if (comparedBefore.test(before) || comparedAfter.test(after)) return 'comparison';
  return fallbackBefore.test(before) ? 'fallback' : undefined;
}
