import { speaksOfRegions, type Hints, type Match } from './match.ts';
import { anyOf, type Vocabulary } from './vocabulary.ts';

/** Environment variables by which SDKs and tools are told the region. */
const regionVariable = /^(?:AWS_REGION|AWS_DEFAULT_REGION|AMAZON_REGION|CDK_DEFAULT_REGION|CDK_DEPLOY_REGION)$/;

/** Settings by which a Java virtual machine is told how long to keep addresses; they decide how soon it follows a failover. */
export const dnsCacheSource = '(?<![a-z0-9_.])(?:networkaddress\\.cache\\.ttl|sun\\.net\\.inetaddr\\.ttl)(?![\\w.])';
const dnsCache = new RegExp(dnsCacheSource, 'g');

/** Zone names built from a region that is filled in: `${region}a`, `${AWS::Region}b`, `{{ .Values.region }}c`. */
const zoneSuffix = /(?:[$#]?\{[^{}\s"']{0,100}region(?:\(\))?(?:\.name)?\}|\{\{[^{}"']{0,100}region[^{}"']{0,40}\}\})[a-f](?![A-Za-z0-9_-])/gi;

export interface WordFinder {
  find(text: string, hints: Hints): Match[];
}

/** Short texts whose meaning hangs on what is around them. */
export function wordFinder({ prefixes, directions, shortCodes, regionOfShort }: Vocabulary): WordFinder {
  const prefix = new RegExp(`^${anyOf(prefixes)}(?:-(?:${anyOf(directions)}-?)?)?$`);
  const short = new RegExp(`^${anyOf(shortCodes)}$`);
  const hostedZone = /^Z[0-9A-Z]{9,31}$/;
  const whole = (text: string, form: Match['form'], regions: readonly string[] = []): Match => ({ form, text, regions, from: 0, to: text.length });
  return {
    find(text, hints) {
      if (text.length <= 40) {
        if (prefix.test(text) && speaksOfRegions(hints)) return [whole(text, 'region-prefix')];
        const lower = text.toLowerCase();
        const code = short.test(lower) ? regionOfShort(lower) : undefined;
        if (code !== undefined && speaksOfRegions(hints)) return [whole(text, 'short-code', [code])];
        if (text === 'legacy' && /sts_?regional_?endpoints/i.test(hints.name ?? '')) return [whole(text, 'global-endpoint')];
        if (regionVariable.test(text)) return [whole(text, 'region-env')];
        if (hostedZone.test(text) && /zone_?id/i.test(hints.name ?? '')) return [whole(text, 'hosted-zone')];
      }
      const found = (pattern: RegExp, form: Match['form']): Match[] =>
        Array.from(text.matchAll(pattern), ({ index, 0: match }) => ({ form, text: match, regions: [], from: index, to: index + match.length }));
      return [...found(zoneSuffix, 'zone-suffix'), ...found(dnsCache, 'dns-cache')];
    },
  };
}
