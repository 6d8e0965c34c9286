import type { Construct, Occurrence } from '../../model/occurrence.ts';
import { plainName } from '../../model/plain-name.ts';
import { defaultRegions, optInRegions } from '../../model/region.ts';
import { regionsIn } from '../../model/region-token.ts';
import { isMadeUp } from './code-made-up.ts';

/** What decides whether code is looked at at all. */
export interface Look {
  readonly targets: readonly string[];
  /** File scopes that count besides production. */
  readonly include: readonly string[];
}

/**
 * Whether text has a part in what the program does in production. Text that has none gets no verdict at all, so that it is not counted
 * as looked at: words for people, tests, complete catalogues of regions, parameter files of one region, settings of local stand-ins.
 */
export function isOperative(occurrence: Occurrence, { targets, include }: Look): boolean {
  const { scope, role, form, construct } = occurrence;
  if (scope !== 'production' && !include.includes(scope)) return false;
  if (role === 'text' || form === 'region-env' || isSaid(occurrence) || isMadeUp(occurrence) || isSpeltOut(occurrence) || isRecorded(occurrence) || isNamedTwice(occurrence) || isCatalogued(occurrence) || isReferenceToProvider(occurrence) || wordsFile.test(occurrence.file)) return false;
  if (construct !== undefined && isCatalogue(construct) && targets.every((target) => construct.regions.includes(target))) return false;
  return !isLocalStandIn(occurrence) && !isParameterOfItsRegion(occurrence);
}

const wordy = /(?:description|describe|message|help(?:text)?|title|label|summary|comment|placeholder|tooltip|caption|subtitle|heading|instructions?)(?:_?name)?$/i;

/** Functions that ask somebody before they go on. */
const asks = /(?:^|\.)(?:sure\??|are_you_sure\??|confirm\w*|prompt\w*|ask\??|yes\?)$/i;

/** Steps of pipelines have names for people. */
const pipeline = /(?:^|\/)(?:\.github|\.circleci|\.gitlab|\.buildkite)\/|(?:^|\/)(?:\.gitlab-ci|azure-pipelines)[\w.-]*\.ya?ml$/;

/** A sentence for people, and the name of a service that a policy trusts, which is written like a host and is none. */
function isSaid({ name = '', callee = '', within = '', form, role, language, text, file, snippet }: Occurrence): boolean {
  if (name === 'name' && /\s\S+\s\S+\s/.test(within)) return true;
  if (asks.test(callee) && /\s\S+\s/.test(within)) return true;
  const words = within.trim().split(/\s+/, 4).length;
  const isLink = form === 'endpoint' && role !== 'text' && text.includes('console.aws.amazon.com');
  if (words === 4 && !isLink && (wordy.test(name) || (role === 'comparison' && language !== 'shell' && (language === 'yaml' || !/[=!]=|\bif\s*\(/.test(within))))) return true;
  if (/^\$(?:id|schema|ref)$/.test(name)) return true;
  if (name === 'name' && language === 'yaml' && /\s/.test(within) && pipeline.test(file)) return true;
  if (/^\s*(?:#(?!!)|\/\/)/.test(within) && !within.includes('\n')) return true;
  if (within.includes('\n') && /^\s*(?:#(?!!)\s|\/\/\s)/.test(snippet)) return true;
  if (form === 'dns-suffix' && (/^(?:service|principals?)$|aud(?:ience)?s?$/i.test(name) || /service_?principal$/i.test(callee)) && !/[/:]/.test(text.replace(/\$\{[^{}]{0,100}\}/g, ''))) return true;
  if (form === 'global-endpoint' && (/^\s*-?\s*["']?(?:Service|Principal)["']?\s*:/.test(within) || text.startsWith('logging.s3.'))) return true;
  return form === 'global-endpoint' && /(?:^|[.:])(?:service|principals?|identifiers|aud(?:ience)?)["'`]?$/i.test(name === '' ? callee.replace(/principal$/i, '.principal') : name);
}

/**
 * A constant that is called after its region and of which no use is known: RegionUSEast1 = "us-east-1". It gives a name to a region, as
 * members of an enum do; what ties the program to the region is where the name is used.
 */
function isSpeltOut({ form, name = '', regions, role, sink, within }: Occurrence): boolean {
  if ((form !== 'region' && form !== 'account') || within !== undefined || sink?.role === 'argument' || sink?.role === 'comparison') return false;
  const letters = plainName(name);
  return (role === 'assignment' || role === 'value' || role === 'key') && regions.some((code) => letters.endsWith(plainName(code)));
}

/** A copy of the address ranges that AWS publishes, of an event, or of a notification: nobody but SNS and SES fills in these members. */
const isRecorded = ({ siblings = [], name = '', within = '' }: Occurrence): boolean =>
  /\\?["'](?:e|E)ventSource\\?["']\s{0,2}:\s{0,2}\\?["']aws:/.test(within) ||
  siblings.some((text) => /^(?:(?:ip(?:v6)?_prefix|network_border_group|domain_?prefix)=|event_?source=aws:)/i.test(text)) || /^(?:signing_?cert_?url|(?:un)?subscribe_?url|reporting_?mta)$/i.test(name);

/** Words of a program for its users, in one language. */
const wordsFile = /(?:^|\/)(?:[\w-]*messages?|[\w-]*bundle|strings|labels|translations?)(?:_[a-z]{2}(?:_[A-Z]{2})?)?\.properties$|(?:^|\/)(?:i18n|l10n|locales?|translations?)\/[^/]*\.(?:properties|json|ya?ml)$/i;

/** What a model of Bedrock can do, told for the profiles of all geographies: which of them is called is chosen elsewhere. */
const isCatalogued = ({ form, role, text }: Occurrence): boolean => form === 'identifier' && role === 'key' && /^[a-z-]{2,12}\.[a-z0-9]+\./.test(text);

/** The query of a console link, whose host names the region already. */
function isNamedTwice({ form, text, within = '' }: Occurrence): boolean {
  return form === 'region' && within.includes(`region=${text}`) && within.includes(`${text}.console.`);
}

/** A provider of Terraform that is called after its region: what ties it to the region is where it is configured. */
const isReferenceToProvider = ({ form, name = '', callee = '', within = '' }: Occurrence): boolean =>
  (form === 'region' && /^providers?$|^aws$/.test(name) && /^aws\.[\w-]+$/.test(within)) || ((form === 'region' || form === 'region-enum') && name === 'alias' && callee === 'provider.aws');

/** All default regions but one, and four that must be enabled first: a list made to name every region. */
export function isCatalogue({ content, regions }: Construct): boolean {
  if (content === 'data') return false;
  const named = new Set(regions);
  const count = (codes: readonly string[]): number => codes.filter((code) => named.has(code)).length;
  return count(defaultRegions) >= defaultRegions.length - 1 && count(optInRegions) >= 4;
}

const here = String.raw`(?:localhost|127\.0\.0\.1|\[::1\]|host\.docker\.internal|(?:[\w-]{1,40}-)?(?:localstack|minio)|moto|dynamodb(?:-?local)?|s3mock|elasticmq|fake-?s3)(?![\w-])`;
/** Ports that emulators of AWS listen to. */
const emulated = /:(?:4566|4567|4569|457\d|4582|9324|5005|4572)(?!\d)/;
/** An endpoint that a client is given. */
const localEndpoint = new RegExp(String.raw`^[\w-]*(?:endpoint|url|uri|host(?:name)?|server|address)[\w-]*=(?:https?:\/\/)?(?:${here}|0\.0\.0\.0)`, 'i');
/** Among settings, those of AWS only: a web server beside them listens to localhost as well. */
const localSetting = new RegExp(String.raw`^[\w-]*(?:endpoint|(?:aws|s3|sqs|sns|ses|dynamo(?:db)?|kinesis|kms|ssm|localstack|minio|bucket|storage)[\w-]*(?:url|uri|host|server|address))[\w-]*=(?:https?:\/\/)?${here}`, 'i');
/** Where a program listens, where it sends its traces, or which machines a play is for. */
const listens = /^[\w-]*(?:listen|bind|metrics|_?hosts=|otel|otlp|jaeger|zipkin|statsd|collector|telemetry|tracing)/i;
const otherStorage = /^[\w-]*(?:endpoint|url|host)[\w-]*=.*\b(?:digitaloceanspaces|wasabisys|backblazeb2|r2\.cloudflarestorage|linodeobjects|storage\.googleapis|aliyuncs|scw\.cloud|supabase\.(?:co|red)|upcloudobjects|min\.io)\b/i;
const dummyKey = /^(?:aws_?)?access_?key_?(?:id)?=(?:dummy|admin|test(?:ing)?|fake|local(?:stack)?|x{3,}|foo|minio(?:admin)?|s3rver|fakemykeyid|mock|none|anything|key|ignored?|placeholder|not-?used|unused)$/i;

/** Other clouds and vendors of storage that speaks the protocol of S3, in names of what serves them. */
const otherVendor = /digital_?ocean|(?:^|[^a-z])do_spaces|wasabi|backblaze|(?:^|[^a-z])b2_[a-z_]*region$|cloudflare_?r2|linode|scaleway|vultr|ali(?:baba|yun)|huawei_?cloud|tencent|(?:^|[^a-z])minio/i;

/** Buckets of servers that speak the protocol of S3 and take its ARNs, by the variables that name them. */
const ofOtherServer = /^arn:aws:s3:::\$\{?\w{0,40}(?:minio|rustfs|seaweedfs|garage|ceph)/i;
/** Settings for an emulator that are taken over as a whole: ...localStackConfig. */
const takenOver = /^\.\.\.=\w{0,40}(?:local_?stack|local_?dev|local_?aws)/i;

/** A client of an emulator or of another vendor's storage: the region is a formality there. */
function isLocalStandIn({ form, text, siblings = [], callee = '', name = '', enclosing = '', file, service, role }: Occurrence): boolean {
  if (form === 'partition' && ofOtherServer.test(text)) return true;
  const local = form !== 'endpoint' && (service !== undefined || role === 'argument' || siblings.length <= fewSettings) ? localEndpoint : localSetting;
  const isLocal = (beside: string): boolean => !listens.test(beside) && (local.test(beside) || (emulated.test(beside) && localEndpoint.test(beside)));
  return siblings.some((beside) => isLocal(beside) || takenOver.test(beside) || dummyKey.test(beside) || otherStorage.test(beside)) || /local_?stack|minio|dynamo_?db_?local/i.test(`${callee} ${name}`) || (form !== 'arn' && otherVendor.test(name)) || (form !== 'arn' && otherVendor.test(`${callee} ${enclosing} ${file.split('/').slice(-2).join(' ')}`));
}

/** Settings of one client, rather than of a whole program. */
const fewSettings = 6;

const parameterFile = /\.(?:tfvars|tfvars\.json|env|properties|ini|conf|cfg|toml)$|(?:^|\/)(?:region|regional|env|account|common|globals?|vars|variables|parameters?|values|settings|config|inputs?)[\w.-]*\.(?:hcl|ya?ml|json)$|(?:^|\/)\.env(?:\.[\w-]+)?$|[-.](?:params?|parameters|values|vars|globals?|config|settings)\.(?:ya?ml|json)$/i;
const regionNamed = /(?:^|\/)[\w.-]*\.(?:ya?ml|json)$/i;

/** A value in a parameter file that is kept for exactly its region: another region gets a file of its own beside it. */
function isParameterOfItsRegion({ file, regions, construct }: Occurrence): boolean {
  if (construct !== undefined) return false;
  const own = new Set(regionsIn(file));
  const [only] = own;
  if (only === undefined || own.size > 1 || regions.some((code) => code !== only)) return false;
  const base = file.slice(file.lastIndexOf('/') + 1);
  return parameterFile.test(file) || (regionNamed.test(base) && regionsIn(base).length > 0 && !/template|stack\b.*\.ya?ml$/i.test(base));
}
