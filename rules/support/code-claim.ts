import type { Occurrence } from '../../model/occurrence.ts';
import { regionalConstantsOf } from '../../model/regional-constant.ts';
import { requiredPin } from './code-required-pin.ts';
import { isClient } from './code-words.ts';

/** Rules that share the occurrences between them. One cause, one finding: exactly one of them speaks for an occurrence. */
export type CodeRuleId =
  | 'code-account-id-literal' | 'code-ami-literal' | 'code-arn-literal' | 'code-az-literal' | 'code-cross-region-client' | 'code-dns-cache'
  | 'code-endpoint-literal' | 'code-global-name' | 'code-missing-pin' | 'code-partition-literal' | 'code-pinned-credentials-region' | 'code-region-branch'
  | 'code-region-default' | 'code-region-list-missing-rt' | 'code-region-literal' | 'code-region-regex' | 'code-regional-id-literal' | 'code-s3-location'
  | 'code-sts-global';

const signing = /sign(?:ing)?_?region|credential_?scope|signature_?v4|sig_?v4|aws4(?:_request|fetch)?|presign|v4_?sign|request_?signer|awsrequestsigner/i;
const location = /^location_?constraint$|bucket_?location_?constraint/i;

/**
 * The rule that speaks for an occurrence, the most specific first: pins that hold for certain, ids, patterns, lists and maps, zones, branches,
 * ARNs, hosts, then region codes by what they are used for.
 */
export function claimOf(occurrence: Occurrence, home: readonly string[]): CodeRuleId | undefined {
  const { form, role, construct, name = '', regions } = occurrence;
  if (requiredPin(occurrence) !== undefined) return 'code-missing-pin';
  if (form === 'pattern' || construct?.kind === 'pattern') return 'code-region-regex';
  if (construct !== undefined) return 'code-region-list-missing-rt';
  const byForm = claimOfForm(occurrence);
  if (byForm !== undefined) return byForm;
  if (isCompared(occurrence)) return 'code-region-branch';
  if (form === 'arn') return 'code-arn-literal';
  if (form === 'endpoint') return 'code-endpoint-literal';
  if (signing.test(namesOf(occurrence)) || /\/aws4_request/.test(occurrence.within ?? '')) return 'code-pinned-credentials-region';
  if (location.test(name)) return 'code-s3-location';
  if (role === 'default' || role === 'fallback') return 'code-region-default';
  if (isThirdRegionClient(occurrence, home)) return 'code-cross-region-client';
  return regions.length > 0 ? 'code-region-literal' : undefined;
}

function claimOfForm({ form, text }: Occurrence): CodeRuleId | undefined {
  switch (form) {
    case 'ami': return 'code-ami-literal';
    case 'zone': case 'zone-id': case 'zone-suffix': return 'code-az-literal';
    case 'resource-id': case 'identifier': return 'code-regional-id-literal';
    case 'account': case 'hosted-zone': return 'code-account-id-literal';
    case 'global-endpoint': return /(?:^|\/|\.)sts\.amazonaws\.com|^legacy$/i.test(text) ? 'code-sts-global' : 'code-endpoint-literal';
    case 'dns-suffix': return isRegistryOfAws(text) ? 'code-account-id-literal' : 'code-partition-literal';
    case 'partition': return regionalConstantsOf(/^arn:[^:]{1,40}:iam::(\d{12}):/.exec(text)?.[1] ?? '').length > 0 ? 'code-account-id-literal' : 'code-partition-literal';
    case 'dns-cache': return 'code-dns-cache';
    case 'global-name': return 'code-global-name';
    default: return undefined;
  }
}

/** A registry of AWS's own, whose account is a constant although its region is filled in. */
function isRegistryOfAws(text: string): boolean {
  const account = /^(?:https?:\/\/)?(\d{12})\.dkr\.ecr\./.exec(text)?.[1];
  return account !== undefined && regionalConstantsOf(account).length > 0;
}

/** Compared where it stands, or through the constant that it is bound to. */
function isCompared({ role, sink, form }: Occurrence): boolean {
  if (role === 'comparison' || role === 'case') return true;
  return role === 'assignment' && (sink?.role === 'comparison' || sink?.role === 'case') && (form === 'region' || form === 'region-enum');
}

function namesOf({ name = '', callee = '', sink }: Occurrence): string {
  return `${name} ${callee} ${sink?.name ?? ''}`;
}

/** A client that is made for a region in which the workload does not run: a call across regions already today. */
function isThirdRegionClient(occurrence: Occurrence, home: readonly string[]): boolean {
  const { form, regions, service, role } = occurrence;
  if (home.length === 0 || service === undefined || (form !== 'region' && form !== 'region-enum') || regions.length === 0) return false;
  return isClient(occurrence) && (role === 'argument' || occurrence.sink?.role === 'argument') && regions.every((code) => !home.includes(code));
}
