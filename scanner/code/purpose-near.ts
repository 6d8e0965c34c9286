import { positionAt } from '../../model/position.ts';
import type { Sighting } from './language.ts';

/** Characters before and behind that are looked at, however long lines are. */
const windowLength = 2_000;
/** Lines behind, or before, in which it shows what us-east-1 is for. */
const purposeLines = 3;
/** Lines before in which S3 is asked where a bucket is. */
const originLines = 6;
/** Lines behind in which a provider of Pulumi is used. */
const providerLines = 8;
/** Lines of a comment directly above, and characters of them, that say why the region is fixed. */
const remarkLines = 3;
const remarkLength = 160;
/** What a comment gives as the reason, as the names of pins have it. */
const reasons: readonly (readonly [said: RegExp, near: string])[] = [
  [/lambda\W{0,2}(?:@|at)?\W{0,2}edge|edge\W?(?:functions?|lambdas?)/i, 'lambda_edge'],
  [/cloud\W?front/i, 'cloudfront'],
  [/global (?:aws )?(?:services?|resources?)/i, 'global_region'],
  [/route ?53/i, 'route53_region'],
  [/organizations api|aws organizations/i, 'organizations_region'],
  [/billing|cost explorer|pricing api/i, 'billing'],
];
/** It says that the region must be so, not only what there is. */
const saysSo = /\b(?:must|only|always|has to|have to|needs?|required?|requires|used by|available in)\b|us-east-1|virginia/i; // regionready-ignore code-region-literal -- a word of comments
const commented = /^\s*(?:\/\/|#|\*|\/\*|--)/;

/** A text with the places where its lines start. */
export interface Lined {
  readonly text: string;
  readonly starts: Uint32Array;
}

/** What the lines around us-east-1 say it is for: the region that S3 tells nothing of, web ACLs of distributions, functions of the edge. As texts beside it: near=waf_cloudfront. */
export function purposeNear({ text, starts }: Lined, { role, from, to, callee, service }: Sighting): string[] {
  const { line } = positionAt(starts, from);
  const before = text.slice(Math.max(starts[Math.max(0, line - 1 - originLines)] ?? 0, from - windowLength), from);
  const linesBefore = text.slice(Math.max(starts[Math.max(0, line - 1 - purposeLines)] ?? 0, from - windowLength), from);
  const behind = text.slice(to, Math.min(starts[line + purposeLines] ?? text.length, to + windowLength));
  const used = /(?:^|\.)Provider$/.test(callee ?? '') ? text.slice(to, Math.min(starts[line + providerLines] ?? text.length, to + windowLength)) : '';
  const remark = service === undefined ? remarkAbove({ text, starts }, line) : '';
  const reason = saysSo.test(remark) ? reasons.find(([said]) => said.test(remark)) : undefined;
  const asked = role === 'fallback' ? before : role === 'assignment' ? linesBefore : '';
  return [
    ...(/location_?constraint|get[-_]?bucket[-_]?location/i.test(asked) ? ['near=location_constraint'] : []),
    ...(/\bScope[._]?Cloud_?[Ff]ront\b|(?<!\w)CLOUDFRONT(?!\w)/.test(behind) ? ['near=waf_cloudfront'] : []),
    ...(/(?:viewer|origin)[-_]?(?:request|response)|lambda[-_ ]?(?:@|at)?[-_ ]?edge/i.test(used) ? ['near=lambda_edge'] : /\bacm\.Certificate\b/.test(used) ? ['near=cloudfront'] : []),
    ...(reason === undefined ? [] : [`near=${reason[1]}`]),
  ];
}

/** The words of a comment directly above a line. */
function remarkAbove({ text, starts }: Lined, line: number): string {
  const lines: string[] = [];
  for (let at = line - 1; at >= 1 && lines.length < remarkLines; at -= 1) {
    const from = starts[at - 1] ?? 0;
    const own = text.slice(from, Math.min((starts[at] ?? text.length) - 1, from + remarkLength));
    if (!commented.test(own)) break;
    lines.unshift(own);
  }
  return lines.join(' ').replace(/[*_`"']/g, '').slice(0, remarkLines * remarkLength);
}
