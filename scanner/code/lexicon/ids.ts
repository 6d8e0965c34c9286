import { constantMatches } from './constant.ts';
import type { Match } from './match.ts';
import type { RegionFinder } from './region.ts';
import { anyOf, type Vocabulary } from './vocabulary.ts';

/** Kinds of regional resources whose ids code may hold. Short-lived ones (i-, eni-) are among them: they are found in scripts. */
const resourceKinds = [
  'vpc', 'subnet', 'sg', 'rtb', 'igw', 'eigw', 'nat', 'acl', 'eni', 'vpce', 'vpce-svc', 'pcx', 'tgw', 'tgw-attach', 'tgw-rtb', 'snap', 'vol', 'i', 'lt',
  'eipalloc', 'pl', 'dopt', 'cgw', 'vgw', 'vpn', 'fs', 'fsap', 'cr', 'lgw', 'ipam-pool', 'dxcon',
];
const hexId = '(?:[0-9a-f]{17}|[0-9a-f]{8})';
const imageId = new RegExp(`(?<![\\w-])ami-${hexId}(?![\\w-])`, 'g');
const resourceId = new RegExp(`(?<![\\w-])${anyOf(resourceKinds)}-${hexId}(?![\\w-])`, 'g');

/** Geography in front of the id of a Bedrock inference profile. `global.` names none. */
const geographies = ['us', 'us-gov', 'eu', 'apac', 'ap', 'jp', 'au', 'ca', 'sa', 'me', 'af', 'in', 'uk'];
const providers = ['anthropic', 'amazon', 'meta', 'mistral', 'cohere', 'ai21', 'deepseek', 'stability', 'twelvelabs', 'writer', 'openai', 'qwen', 'luma', 'moonshot', 'minimax', 'google', 'nvidia', 'zai'];
/** The digit or model name keeps host names such as us.amazon.com out. */
const profile = new RegExp(`(?<![\\w.-])${anyOf(geographies)}\\.${anyOf(providers)}\\.(?=[a-z0-9.-]{0,60}(?:\\d|nova|titan|command|palmyra))[a-z][a-z0-9.:-]{2,80}`, 'g');

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Sources for the prefilter. */
export const resourceIdSource = `(?<![\\w-])${anyOf([...resourceKinds, 'ami'])}-[0-9a-f]{8}`;
export const profileSource = `(?<![\\w.-])${anyOf(geographies)}\\.${anyOf(providers)}\\.[a-z]`;

export interface IdFinder {
  find(text: string): Match[];
}

/** Ids: machine images, regional resources, zone ids, and ids that have a region written inside. */
export function idFinder({ shortCodes, regionOfShort }: Vocabulary, regions: RegionFinder): IdFinder {
  const pool = new RegExp(`(?<![A-Za-z0-9])(${regions.source})(?:_(?=[A-Za-z0-9]{0,54}[A-Z])[A-Za-z0-9]{3,55}|:${uuid})(?![\\w-])`, 'g');
  const zoneId = new RegExp(`(?<![\\w-])(${anyOf(shortCodes)})-(?:(?:[a-z]{3}\\d{1,2}-)?az\\d{1,2}|(?:wl\\d-)?[a-z]{3}\\d{0,2}-wlz\\d{1,2})(?![\\w-])`, 'g');
  /** `mark` is in every text that the pattern matches; it is found sooner. */
  const found = (text: string, pattern: RegExp, mark: string): Found[] =>
    text.includes(mark) ? Array.from(text.matchAll(pattern), ({ index, 0: match, 1: part = '' }) => ({ text: match, part, from: index, to: index + match.length })) : [];
  const plain = (form: Match['form'], matches: readonly Found[]): Match[] => matches.map(({ text, from, to }) => ({ form, regions: [], text, from, to }));
  return {
    find: (text) => [
      ...found(text, pool, '-').map(({ part, ...match }): Match => ({ form: 'identifier', regions: [part], ...match })),
      ...found(text, zoneId, 'z').map(({ part, ...match }): Match => ({ form: 'zone-id', regions: [regionOfShort(part) ?? []].flat(), ...match })),
      ...plain('ami', found(text, imageId, 'ami-')),
      ...plain('resource-id', found(text, resourceId, '-')),
      ...plain('identifier', found(text, profile, '.')),
      ...constantMatches(text),
    ],
  };
}

interface Found extends Pick<Match, 'text' | 'from' | 'to'> {
  /** What the first group matched. */
  readonly part: string;
}
