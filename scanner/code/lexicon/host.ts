import type { Hints, Match } from './match.ts';
import { isOtherCloud } from './other-clouds.ts';
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
const namesPrincipal = /principal|audience|^aud$|:aud$|clientids?|event_?source|^source$|^service$|trusted|assumedby|assume_role|identifiers/i;
const objectSchemes = /^s3[an]?$/;

export interface HostFinder {
  find(text: string, hints: Hints): { readonly matches: Match[]; readonly foreign: readonly { readonly from: number; readonly to: number }[] };
}

/** Endpoint hosts: in URLs, bare, and as the reversed names of VPC endpoint services. */
export function hostFinder({ dnsSuffixes, hostSuffixes }: Vocabulary, regions: RegionFinder): HostFinder {
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
    const labels = name.replace(ours, '');
    if (namespacePath.test(path)) return 'foreign';
    if (!partitions.test(name)) return hasPlaceholder(labels) ? { form: 'dns-suffix', regions: [] } : undefined;
    if (labels === '' || labels === '*') return { form: 'dns-suffix', regions: [] };
    return readUnregional(labels, { name, path, scheme }, hints);
  }

  function readUnregional(labels: string, { name, path, scheme }: Pick<Host, 'name' | 'path' | 'scheme'>, hints: Hints): Reading {
    if (regionless.test(labels)) {
      const inside = /\.(?:s3|s3-external-1|s3-website)$/.test(labels);
      const asked = namesHost.test(`${hints.name ?? ''} ${hints.callee ?? ''}`) && !namesPrincipal.test(`${hints.name ?? ''}`);
      const stored = path !== '' && !labels.endsWith('sts');
      return scheme !== undefined || inside || asked || stored ? { form: 'global-endpoint', regions: [] } : 'foreign';
    }
    if (hasRegionPlaceholder(labels)) return { form: 'dns-suffix', regions: [] };
    if (hasPlaceholder(labels) && withoutPlaceholders(labels).includes('.')) return { form: 'dns-suffix', regions: [] };
    if (scheme !== undefined && /amazonaws\.com$/i.test(name) && !hasPlaceholder(labels)) return { form: 'global-endpoint', regions: [] };
    return 'foreign';
  }

  return {
    find(text, hints) {
      const matches: Match[] = [];
      const foreign: { from: number; to: number }[] = [];
      const add = (host: Host): void => {
        const inside = ({ from, to }: { readonly from: number; readonly to: number }): boolean => from <= host.from && host.from < to;
        if (matches.some(inside) || foreign.some(inside)) return;
        const reading = read(host, hints);
        const whole = reading === 'foreign' || ours.test(host.name);
        const to = host.from + host.name.length + (whole ? host.port.length + host.path.length : 0);
        if (reading === 'foreign') foreign.push({ from: host.from, to });
        else if (reading) matches.push({ ...reading, text: text.slice(host.from, to), from: host.from, to });
      };
      if (text.includes('://')) {
        for (const { index, 0: found, 1: scheme = '', 2: name = '', 3: port = '', 4: path = '' } of text.matchAll(url)) {
          add({ name, port, path, scheme: scheme.toLowerCase(), from: index + found.length - path.length - port.length - name.length });
        }
      }
      for (const { index, 1: name = '', 2: port = '', 3: path = '' } of text.matchAll(bare)) add({ name, port, path, scheme: undefined, from: index });
      for (const { index, 0: found } of text.matchAll(reversed)) {
        const codes = regions.codesIn(found);
        const trimmed = found.replace(/\.+$/, '');
        matches.push({ form: codes.length > 0 ? 'endpoint' : 'dns-suffix', text: trimmed, regions: codes, from: index, to: index + trimmed.length });
      }
      return { matches, foreign };
    },
  };
}
