import { meets, type Hints, type Match, type Taken } from './match.ts';
import { isOtherCloud, otherCloudsIn } from './other-clouds.ts';
import { hasPlaceholder, hasRegionPlaceholder, placeholder, withoutPlaceholders } from './placeholder.ts';
import type { RegionFinder } from './region.ts';
import { anyOf, type Vocabulary } from './vocabulary.ts';

/** A host as it stands in a text. */
interface Host {
  readonly name: string;
  readonly port: string;
  /** What follows up to a query: /bucket/key. */
  readonly path: string;
  /** Scheme in front of it, without ://. */
  readonly scheme: string | undefined;
  readonly from: number;
}

/** A host that is not ours to report, so that nothing inside it is reported either. */
type Reading = Pick<Match, 'form' | 'regions'> | 'foreign' | undefined;

/** Services that answer under one host for all regions, so that a bare host name can mean the endpoint. */
const regionless = /(?:^|\.)(?:s3|s3-external-1|s3-website|sts)$/;
/** XML namespaces and the URIs of S3's grantee groups: names, not places. */
const namespacePath = /^\/(?:doc|docs|groups|xml|schemas?|ns)\/|^\/\d{4}-\d\d-\d\d/;
const namesHost = /endpoint|host|url|uri|domain|server|address|base|fetch|request|axios|got|http/i;
/** Told the endpoint itself: client.setEndpoint("sdb.amazonaws.com"). */
const namesEndpoint = /(?:^|\.)(?:set|with)?_?endpoint(?:_?(?:url|override))?\s*$/i;
const namesPrincipal = /principal|audience|^aud$|:aud$|clientids?|event_?source|^source$|^service$|trusted|assumedby|assume_role|identifiers/i;
/** ElastiCache writes its region short: orders.abc123.0001.euw2.cache. */
const cacheLabel = /\.([a-z]{3,5}\d)\.cache$/i;
/** Where bundles of the certificates of databases are taken from, one for each region. */
const certificates = /^truststore\.pki\.rds\./;
/** A service in every region: s3.*, *.dkr.ecr.*. */
const anyRegion = /(?:^|\.)[a-z][a-z0-9-]{1,40}\.\*$/i;
const objectSchemes = /^s3[an]?$/;

export interface HostFinder {
  /** What is ours to tell, and the ascending stretches in which nothing is. */
  find(text: string, hints: Hints): { readonly matches: Match[]; readonly foreign: readonly Taken[] };
}

/** Endpoint hosts: in URLs, bare, and as the reversed names of VPC endpoint services. */
export function hostFinder({ dnsSuffixes, hostSuffixes, regionOfShort }: Vocabulary, regions: RegionFinder): HostFinder {
  const part = String.raw`(?:${placeholder}|[A-Za-z0-9_*-])`;
  const suffix = anyOf([...dnsSuffixes, ...hostSuffixes]);
  const partitions = new RegExp(`(?:^|\\.)${anyOf(dnsSuffixes)}$`, 'i');
  const ours = new RegExp(`(?:^|\\.)${suffix}$`, 'i');
  const url = new RegExp(String.raw`(?<![A-Za-z0-9])([a-z][a-z0-9+]{1,20}):\/\/(?:[^\s"'\x60/@<>]{0,300}@)?((?:${part}|\.){1,400})(:\d{1,5})?(\/[^\s"'\x60?#<>|,;)]*)?`, 'gi');
  const bare = new RegExp(String.raw`(?<![A-Za-z0-9_.*-])((?:${part}{1,255}\.|\.){0,12}${suffix})(?![\w-]|\.[a-z])(:\d{1,5})?(\/[^\s"'\x60?#<>|,;)]*)?`, 'gi');
  const reversed = new RegExp(String.raw`(?<![A-Za-z0-9_.-])(?:cn\.)?com\.amazonaws\.(?:vpce\.)?(?:${regions.source}|${placeholder})\.(?:${part}|\.)+`, 'g');

  function read({ name, path, scheme }: Host, hints: Hints): Reading {
    if (isOtherCloud(name)) return 'foreign';
    const codes = regions.codesIn(name);
    if (!ours.test(name)) return codes.length > 0 && scheme !== undefined && !objectSchemes.test(scheme) ? { form: 'endpoint', regions: codes } : undefined;
    if (codes.length > 0) return { form: 'endpoint', regions: codes };
    const bundle = certificates.test(name) ? regions.codesIn(path) : [];
    if (bundle.length > 0) return { form: 'endpoint', regions: bundle };
    const labels = name.replace(ours, '');
    const cache = regionOfShort(cacheLabel.exec(labels)?.[1] ?? '');
    if (cache !== undefined) return { form: 'endpoint', regions: [cache] };
    if (namespacePath.test(path)) return 'foreign';
    if (!partitions.test(name)) return hasPlaceholder(labels) ? { form: 'dns-suffix', regions: [] } : undefined;
    if (labels === '' || labels === '*' || anyRegion.test(labels)) return { form: 'dns-suffix', regions: [] };
    return readUnregional(labels, { name, path, scheme }, hints);
  }

  function readUnregional(labels: string, { name, path, scheme }: Pick<Host, 'name' | 'path' | 'scheme'>, hints: Hints): Reading {
    if (labels === 'sts' && hints.audience === true) return 'foreign';
    if (regionless.test(labels)) {
      const inside = /\.(?:s3|s3-external-1|s3-website)$/.test(labels);
      const asked = namesHost.test(`${hints.name ?? ''} ${hints.callee ?? ''}`) && !namesPrincipal.test(`${hints.name ?? ''}`);
      const stored = path !== '' && !labels.endsWith('sts');
      return scheme !== undefined || inside || asked || stored ? { form: 'global-endpoint', regions: [] } : 'foreign';
    }
    if (namesEndpoint.test(`${hints.name ?? ''} ${hints.callee ?? ''}`) && /^[a-z][a-z0-9]{1,30}\.amazonaws\.com$/i.test(name)) return { form: 'global-endpoint', regions: [] };
    if (hasPlaceholder(labels) && scheme !== undefined && path.length > 1) return { form: 'dns-suffix', regions: [] };
    if (hasRegionPlaceholder(labels)) return { form: 'dns-suffix', regions: [] };
    if (hasPlaceholder(labels) && withoutPlaceholders(labels).includes('.')) return { form: 'dns-suffix', regions: [] };
    if (scheme !== undefined && /amazonaws\.com$/i.test(name) && !hasPlaceholder(labels)) return { form: 'global-endpoint', regions: [] }; // regionready-ignore code-partition-literal -- only this partition has endpoints without a region
    return 'foreign';
  }

  /** Those of the hosts that mean something; a host of somebody else is told without a match. */
  function* toldOf(hosts: Iterable<Host>, text: string, hints: Hints): Iterable<Told> {
    for (const host of hosts) {
      const audience = /\baud(?:ience)?[=:]\s{0,2}["']?$/.test(text.slice(Math.max(0, host.from - 12), host.from));
      const reading = read(host, audience ? { ...hints, audience } : hints);
      if (reading === undefined) continue;
      const { from, name, port, path } = host;
      const whole = reading === 'foreign' || ours.test(name);
      const to = from + name.length + (whole ? port.length + path.length : 0);
      yield { from, to, match: reading === 'foreign' ? undefined : { ...reading, text: text.slice(from, to), from, to } };
    }
  }

  return {
    find(text, hints) {
      const inUrls = text.includes('://') ? [...toldOf(urlHosts(text, url), text, hints)] : [];
      const alone = Array.from(toldOf(bareHosts(text, bare), text, hints)).filter((told) => !meets(inUrls, told));
      const all = [...inUrls, ...alone].sort((a, b) => a.from - b.from);
      return {
        matches: [...all.flatMap(({ match }) => match ?? []), ...serviceNames(text, reversed, regions)],
        foreign: [...all.filter(({ match }) => match === undefined), ...otherCloudsIn(text).filter((other) => !meets(all, other))].sort((a, b) => a.from - b.from),
      };
    },
  };
}

interface Told extends Taken {
  readonly match: Match | undefined;
}

function* urlHosts(text: string, url: RegExp): Iterable<Host> {
  for (const { index, 0: found, 1: scheme = '', 2: name = '', 3: port = '', 4: path = '' } of text.matchAll(url)) {
    yield { name, port, path, scheme: scheme.toLowerCase(), from: index + found.length - path.length - port.length - name.length };
  }
}

function* bareHosts(text: string, bare: RegExp): Iterable<Host> {
  for (const { index, 1: name = '', 2: port = '', 3: path = '' } of text.matchAll(bare)) yield { name, port, path, scheme: undefined, from: index };
}

/** Names of VPC endpoint services: com.amazonaws.us-east-1.s3. */
function serviceNames(text: string, reversed: RegExp, regions: RegionFinder): Match[] {
  return Array.from(text.matchAll(reversed), ({ index, 0: found }): Match => {
    const codes = regions.codesIn(found);
    const name = found.replace(/\.+$/, '');
    return { form: codes.length > 0 ? 'endpoint' : 'dns-suffix', text: name, regions: codes, from: index, to: index + name.length };
  });
}
