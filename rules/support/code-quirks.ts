import type { Occurrence } from '../../model/occurrence.ts';

const aboutLocation = /location_?constraint|bucket_?location/i;
/** What S3 once called its locations, by the regions that they became. */
export function isOldNamesOfLocations({ construct, snippet }: Pick<Occurrence, 'construct' | 'snippet'>): boolean {
  return construct?.kind === 'map' && construct.regions.every((code) => code === 'us-east-1' || code === 'eu-west-1') && /["']EU["']/.test(snippet);
}

const aboutBuckets = /location_?constraint|bucket_?location|bucket_?region|create_?bucket|make_?bucket|ensure_?bucket/i;
/** Functions that turn what S3 says of a bucket's place into a region: nothing is us-east-1, EU is eu-west-1. */
const ofBucket = /(?:get|find|fetch|resolve|detect|lookup|query)_?(?:s3_?)?bucket_?(?:region|location)|region_?(?:for|of)_?(?:s3_?)?bucket/i;
/** Hosts and endpoints that are put together: "." + region, setEndpoint("sts." + region + ".amazonaws.com"). */
const madeHosts = /set_?endpoint|["'`]\.["'`]\s*\+\s*\w*region|["'`]\.(?:amazonaws|compute)|s3-?\$?\{|compute-1|\.internal\b/i;
/** What has no region of its own is taken together with us-east-1, where services that are global report. */
const globalToo = /(?:region|location)\w*\s*(?:={2,3}|\bis)\s*(?:""|''|nil|null|undefined|None)\s*(?:&&|and)\s[^|]{0,80}["']us-east-1["']/i;
const tidiesOldNames = /sanitize|normali[sz]e|legacy|canonical/i;
const aboutRegion = /region|location/i;
/** builder.region(Region.US_EAST_1) : builder.region(Region.of(region)): the same client either way. */
const sameEitherWay = /US_EAST_1\)\s*:\s[^;?]{0,60}Region\.of\(\w{0,20}region\w{0,20}\)/i;
const hostForms = /ec2\.internal|compute\.internal|compute-1\.amazonaws|s3[.-](?:external|website)|s3[-.]\$?\{|s3\.amazonaws\.com|amazonaws\.com['"`]?\s*[:?]/i;

/**
 * us-east-1 where AWS itself treats it as a special case: S3 takes and gives no LocationConstraint for it, hosts of EC2 and old hosts of
 * S3 are formed otherwise there, and servers that speak its protocol take it, like `auto`, for any region. Such a line is right in every estate.
 */
export function isQuirk({ form, text, role, regions, name = '', callee = '', enclosing = '', within = '', snippet, siblings = [], decides = '', sink }: Occurrence): boolean {
  const [only, ...more] = regions;
  if (form === 'region-prefix' && /^eu$/i.test(text)) return /["']eu-west-1["']/.test(decides);
  if (form === 'endpoint' && only === 'eu-west-1' && more.length === 0 && /["']EU["']/.test(snippet)) return true;
  if ((form !== 'region' && form !== 'region-enum') || (only !== 'us-east-1' && only !== 'eu-west-1') || more.length > 0) return false;
  if (ofBucket.test(`${role === 'return' || role === 'fallback' ? name : ''} ${enclosing}`) && (role === 'return' || role === 'comparison' || role === 'case' || role === 'fallback')) return true;
  if ((role === 'comparison' || role === 'case' || sink?.role === 'comparison') && aboutLocation.test(`${name} ${snippet}`)) return true;
  if (role === 'assignment' && aboutLocation.test(name)) return true;
  if ((role === 'assignment' || role === 'fallback') && /^(?:\w*bucket_?)?location$/i.test(name)) return true;
  if (/["']EU["']/.test(snippet) && /["']eu-west-1["']/.test(snippet)) return true;
  if (tidiesOldNames.test(enclosing) && aboutRegion.test(enclosing)) return true;
  if (only === 'eu-west-1' && siblings.includes('legacy=EU')) return true;
  if (only !== 'us-east-1') return false;
  if (/aws-reserved\/sso\.amazonaws\.com/.test(decides)) return true;
  if (siblings.includes('near=location_constraint')) return true;
  // Terraform is told not to ask whether it is a region of AWS: the state lies on a server that only speaks the protocol of S3.
  if (callee === 'backend.s3' && siblings.includes('skip_region_validation=true')) return true;
  if (globalToo.test(snippet) || ofBucket.test(snippet)) return true;
  if (aboutLocation.test(`${callee} ${snippet}`) && !aboutLocation.test(name)) return true;
  if (role === 'return') return /location_?constraint|bucket_?(?:location|region)/i.test(`${name} ${enclosing}`);
  const compared = role === 'comparison' || role === 'case' || sink?.role === 'comparison';
  if (compared && /default_?s3_?region/i.test(name)) return true;
  if (!compared && role !== 'fallback' && role !== 'default') return false;
  if (siblings.includes('auto')) return true;
  const around = `${name} ${callee} ${snippet}`;
  if (role === 'fallback' || role === 'default') return aboutLocation.test(around);
  if (sameEitherWay.test(decides)) return true;
  return aboutBuckets.test(`${around} ${enclosing}`) || aboutLocation.test(decides) || madeHosts.test(decides) || hostForms.test(`${snippet} ${within} ${siblings.join(' ')}`);
}
