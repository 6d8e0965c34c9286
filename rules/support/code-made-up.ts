import type { Occurrence } from '../../model/occurrence.ts';

/** A command against an emulator, or what only tests are told. */
const notInEarnest = /\b(?:awslocal|cdklocal|tflocal|samlocal)\b|(?:\bif|unless)\s[^"']{0,60}\benv\.test\?/;

/** What whoever installs the program is to put something else for. */
const standIn = /\b(?:set|change|replace|fill)[-_ ]?me\b|\((?:ex|e\.g|for example)[.,:]?\s/i;

/** A region that a tool wants to be told and does not call. */
const onlyValidates = /\b(?:terraform|tofu|terragrunt|\$\{?terraform\}?)\s+(?:validate|fmt|init\s+-backend=false)\b/i;

const dummyInText = /\bAWS_ACCESS_KEY_ID=["']?(?:dummy|test(?:ing)?|fake|admin|local(?:stack)?|x{3,}|foo|minio(?:admin)?)\b/;

/** Accounts that nobody has: of examples in the documentation and of emulators, or left to be filled in. */
const noAccount = String.raw`(?:0{9,13}|z{3,}|123456789012|0123456789(?:01|10)|1234567890|x{4,}|<[^<>:]{1,40}>|(?:your[-_])?(?:aws[-_])?account[-_]?(?:id|number)?)`;
const arnOfNobody = new RegExp(`^arn:[^:]{1,40}:[^:]{0,40}:[^:]{0,40}:${noAccount}:`, 'i');
const hostOfNobody = new RegExp(`(?:^|[/@])(?:0{12}|123456789012|x{4,})\\.dkr\\.ecr\\.|amazonaws\\.com/(?:0{12}|123456789012|your-account-id)(?:/|$)`, 'i');
/** Ids with digits that were counted up or left out. */
const idOfNothing = /(?:-(?:0{8,17}|12345678|1234567890abcdef0|0123456789abcdef0?|deadbeef|x{8,17}|0?123456789(?:0?abcdef)?[0-9a-f]{0,3}|abcdef0?123456789[0-9a-f]{0,2})|_x{5,}|_(?:example|abc123\w*|123456789|aBcDeFgHi))$/i;

/** Of two digits that stand side by side, how many are counted up: nearly all of 0abcd1234ef567890, one in sixteen of a real id. */
const countedUp = 0.7;

/** Digits of an id that somebody has typed: one again and again, or counted up. */
function isTyped(text: string): boolean {
  const digits = /[-_]([0-9a-f]{8,17})$/.exec(text)?.[1];
  if (digits === undefined) return false;
  const values = Array.from(digits, (digit) => Number.parseInt(digit, 16));
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  return steps.every((step) => step === 0) || steps.filter((step) => step === 1 || step === -9).length >= steps.length * countedUp;
}

/** Geographies alone are regions of nobody at AWS: region == "us-west" asks another provider's. */
const isOfNobody = ({ form, text, role, snippet }: Pick<Occurrence, 'form' | 'text' | 'role' | 'snippet'>): boolean =>
  form === 'region-prefix' && role === 'comparison' && /^[a-z]{2}-(?!gov|iso)[a-z]{4,}$/.test(text) && new RegExp(`region\\w*["')\\]]{0,3}\\s{0,2}[=!]={1,2}\\s{0,2}["'\`]${text}["'\`]`, 'i').test(snippet);

/** A stand-in: us-east-1-fake, the ARN of an example, a setting for one test file or for a linter of the template. */
export function isMadeUp({ within = '', name = '', enclosing = '', callee = '', text, snippet, form, file, role }: Occurrence): boolean {
  if (isOfNobody({ form, text, role, snippet })) return true;
  if (enclosing.startsWith('Metadata.cfn-lint') || /__tests?__|\.(?:test|spec)\.[cm]?[jt]sx?$/.test(name)) return true;
  if (/(?:^|[/:-])test-only(?:[/:-]|$)/.test(text) || (within.length < 120 && /(?:^|[-_:/])(?:fake|dummy|mock)(?:[-_]|$)/i.test(within === '' ? text : within))) return true;
  if (/(?:^|\.)(?:Fake(?!\w*Lambda(?:\.|$))|Mock|Stub|Dummy)(?:[A-Z.]|$)/.test(enclosing) || standIn.test(within) || onlyValidates.test(snippet) || notInEarnest.test(snippet) || dummyInText.test(within)) return true;
  if (/(?:^|\/)config\/(?:storage|secrets|aws|s3|database)\.ya?ml$/.test(file) && /^tests?(?:_|$)/.test(enclosing)) return true;
  if (/(?:^|\/)pom\.xml$/.test(file) && /^AWS_(?:DEFAULT_)?REGION$/.test(name)) return true;
  if (text.startsWith('arn:aws:service:')) return true;
  if (/\.gradle(?:\.kts)?$/.test(file) && /(?:^|\.)environment(?:\.put)?$/.test(callee)) return true;
  if (/(?:^|["'\s])tests?\.[\w.-]{0,60}(?:region|aws|s3)\b/i.test(within)) return true;
  if (form === 'arn' || form === 'partition') return arnOfNobody.test(text);
  return form === 'endpoint' ? hostOfNobody.test(within === '' ? text : within) : (form === 'identifier' || form === 'resource-id' || form === 'ami') && (idOfNothing.test(text) || isTyped(text));
}
