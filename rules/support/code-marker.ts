import type { Occurrence } from '../../model/occurrence.ts';

/** What is listed once for an account, whichever region is asked: users, buckets, distributions. */
const ofAccount = /(?<![a-z])(?:iam|cloud_?front|route_?53|organizations?|root_?(?:user|account)|password_?polic(?:y|ies)|(?:list|describe|get)[-_]?(?:all[-_]?)?(?:my[-_]?|s3[-_]?)?(?:buckets|users|roles|distributions|hosted[-_]?zones)|s3[-_]list[-_]buckets|global_?(?:services?|resources?))(?![a-z])/i;

/** The lines that a branch decides: those that are indented as its first one, or more. */
function armOf(decides: string): string {
  const [head = '', ...lines] = decides.split('\n');
  const depthOf = (line: string): number => line.length - line.trimStart().length;
  const depth = depthOf(lines.find((line) => line.trim() !== '') ?? '');
  const end = lines.findIndex((line) => line.trim() !== '' && depthOf(line) < depth);
  return [head, ...(end === -1 ? lines : lines.slice(0, end))].join('\n');
}

/** A walk through all regions that stops at us-east-1 for what no region holds: if region == "us-east-1": audit_iam(…). */
export function isMarker({ form, role, regions, decides = '', name = '', snippet }: Occurrence): boolean {
  if ((form !== 'region' && form !== 'region-enum') || role !== 'comparison' || regions.length !== 1 || regions[0] !== 'us-east-1') return false;
  return /region/i.test(`${name} ${snippet}`) && ofAccount.test(armOf(decides));
}
