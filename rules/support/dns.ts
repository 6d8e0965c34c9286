import type { EstateView, ResourceOf } from '../../graph/view.ts';
import { regionInIdentifier } from '../../model/region-in-identifier.ts';
import type { Resource } from '../../model/resource.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { perView } from './per-view.ts';

export type DnsRecord = ResourceOf<'route53-record'>;

/** Where following a record leads. */
export interface Destinations {
  /** Regions of what it leads to. */
  readonly regions: ReadonlySet<string>;
  /** It leads to something that has no region: CloudFront, Global Accelerator. */
  readonly global: boolean;
  /** It leads to something whose region nobody told. */
  readonly untold: boolean;
}

const groups = perView((view) => {
  const index = new Map<string, DnsRecord[]>();
  for (const record of view.ofKind('route53-record')) {
    const found = index.get(keyOf(record));
    if (found) found.push(record);
    else index.set(keyOf(record), [record]);
  }
  return index;
});

/** Records of one name and type, which routing policies choose between, in canonical order. */
export function recordGroup(view: EstateView, record: DnsRecord): readonly DnsRecord[] {
  return groups(view).get(keyOf(record)) ?? [record];
}

const keyOf = ({ name, attributes: { type = '' } }: DnsRecord): string => `${name.toLowerCase().replace(/\.$/, '')} ${type}`;

/** Whether resolvers on the internet see it and clients are led by it: addresses and aliases of public zones, no records for validation. */
export function isPublicEntry(view: EstateView, { id, name, attributes: { type } }: DnsRecord): boolean {
  if (!['A', 'AAAA', 'CNAME'].includes(type ?? '') || name.startsWith('_') || /\._domainkey\./.test(name)) return false;
  return !view.in(id, 'contains').some(({ from }) => {
    const zone = view.resource(from);
    return zone?.kind === 'route53-hosted-zone' && zone.attributes.private === true;
  });
}

const globalHosts = /\.(?:cloudfront\.net|awsglobalaccelerator\.com|accesspoint\.s3-global\.amazonaws\.com)$/i;
/** Longest chain of names that is followed. */
const hops = 10;

/** Follows a record through names of the estate to what answers. */
export function destinationsOf(view: EstateView, record: DnsRecord): Destinations {
  const regions = new Set<string>();
  let global = false;
  let untold = record.attributes.targets === undefined;
  const seen = new Set<string>([record.id]);
  let level: readonly DnsRecord[] = [record];
  for (let hop = 0; hop < hops && level.length > 0; hop++) {
    const next: DnsRecord[] = [];
    for (const each of level) {
      for (const end of endsOf(view, each)) {
        if (end === 'global') global = true;
        else if (end === 'untold') untold = true;
        else if (typeof end === 'string') regions.add(end);
        else if (!seen.has(end.id)) {
          seen.add(end.id);
          next.push(...recordGroup(view, end));
        }
      }
    }
    level = next;
  }
  return { regions, global, untold };
}

function* endsOf(view: EstateView, record: DnsRecord): Iterable<string | DnsRecord> {
  const resolved = view.out(record.id, 'routes').flatMap(({ to }) => view.resource(to) ?? []);
  for (const resource of resolved) yield resource.kind === 'route53-record' ? (resource as DnsRecord) : placeOfResource(resource);
  for (const target of record.attributes.targets ?? []) {
    if (globalHosts.test(target)) yield 'global';
    else if (view.resolve(target, record).length === 0) yield regionInIdentifier(target) ?? (isForeign(target) ? 'global' : 'untold');
  }
}

function placeOfResource({ region }: Resource): string {
  return region ?? 'untold';
}

/** A host outside of AWS: its regions are its owner's affair. */
const isForeign = (target: string): boolean => !hasSymbol(target) && /[a-z]/i.test(target) && !/\.(?:amazonaws\.com(?:\.cn)?|on\.aws|awsapprunner\.com|elasticbeanstalk\.com)$/i.test(target);
