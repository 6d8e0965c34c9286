import type { Construct, Occurrence } from '../../model/occurrence.ts';
import { partitionOf, regionOf } from '../../model/region.ts';
import { rule, type CodeContext } from '../rule.ts';
import { isOfAnotherPartition } from '../support/code-binding.ts';
import { claimed } from '../support/code-check.ts';
import { codeOptions } from '../support/code-options.ts';
import { isOldNamesOfLocations } from '../support/code-quirks.ts';
import { quoted } from '../support/code-words.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { exempt, gap, ready, type GapDetails, type Verdict } from '../verdict.ts';

export const codeRegionListMissingRt = rule({
  id: 'code-region-list-missing-rt',
  title: 'List or map of regions lacks the target region',
  on: 'code',
  severity: severities('M/H/C/C'),
  why: 'The program refuses the target region, or finds no entry for it and works on with an empty value.',
  fix: 'Add the target, or derive the entries from data that knows every region. Let a region without entry fail with its name.',
  effect: 'No effect on RPO. The program refuses to run in the target: RTO grows by a change of code and a release.',
  links: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-global-infrastructure.html'],
  options: codeOptions,
  examples: {
    gap: [
      {
        name: 'allow-list',
        ts: `const SUPPORTED_REGIONS = ['us-east-1', 'us-west-2'];`,
        py: `SUPPORTED_REGIONS = ["us-east-1", "us-west-2"]`,
        java: `class Regions { static final Set<String> SUPPORTED = Set.of("us-east-1", "us-west-2"); }`,
        hcl: `variable "region" {\n  validation {\n    condition = contains(["us-east-1", "us-west-2"], var.region)\n  }\n}`,
        yaml: `Parameters:\n  Region:\n    Type: String\n    AllowedValues: [us-east-1, us-west-2]`,
      },
      { name: 'map of data', ts: `const accounts = { 'us-east-1': '127311923021', 'us-west-2': '797873946194' };`, py: `ACCOUNTS = {"us-east-1": "127311923021", "us-west-2": "797873946194"}` },
      { name: 'union type', ts: `export type Region = 'us-east-1' | 'us-west-2';` },
      { name: 'switch', ts: `switch (region) {\n  case 'us-east-1': return primary;\n  case 'us-west-2': return secondary;\n  default: throw new Error(region);\n}` },
    ],
    ready: [
      { name: 'the target is in it', ts: `const SUPPORTED_REGIONS = ['us-east-1', 'eu-west-1'];`, py: `SUPPORTED_REGIONS = ["us-east-1", "eu-west-1"]` },
      { name: 'regions that are left out', ts: `const EXCLUDED_REGIONS = ['ap-south-1', 'sa-east-1'];` },
      { name: 'of another partition', ts: `const isolated = ['us-iso-east-1', 'us-isob-east-1'];` },
    ],
  },

  check: claimed('code-region-list-missing-rt', (occurrence, context) => {
    const { construct } = occurrence;
    const { targets } = context;
    if (construct === undefined) return undefined;
    if (/aws_route53_health_check/.test(`${occurrence.callee ?? ''} ${occurrence.enclosing ?? ''}`)) return exempt('They are the regions that the checkers of Route 53 ask from, wherever the workload runs.');
    if (isOldNamesOfLocations(occurrence)) return exempt('They are the old names that S3 has for locations, the same in every estate.');
    const members = membership(occurrence, construct, context);
    if (members !== undefined) return members;
    return leavesOut(construct) ? judgeExclusion(construct, targets) : judgeInclusion(occurrence, construct, targets);
  }),
});

/**
 * A list that a region is looked for in, right where it is written, is a branch: what counts is whether target and home get the same
 * answer. Where no home is known, a list of nothing but regions that must be enabled first is taken for a list of exceptions.
 */
function membership({ role }: Occurrence, { regions, kind }: Construct, { home, targets }: CodeContext): Verdict | undefined {
  if (role !== 'comparison' || (kind !== 'list' && kind !== 'set') || targets.length === 0) return undefined;
  const exceptions = regions.every((code) => regionOf(code)?.optIn === true);
  if (home.length === 0 && !exceptions) return undefined;
  const answers = home.length === 0 ? [false] : home.map((code) => regions.includes(code));
  const apart = targets.filter((target) => answers.some((answer) => answer !== regions.includes(target)));
  if (apart.length === 0) return ready(`${listed(targets)} is treated like the home region.`);
  return gap(`A list of ${regionsOf({ regions })} decides what is done: ${listed(apart)} ${apart.length === 1 ? 'is' : 'are'} treated otherwise than the home region.`, { targets: apart });
}

/** Lists of regions that something is not done in. */
function leavesOut({ name = '', kind }: Construct): boolean {
  return (kind === 'list' || kind === 'set') && /exclu|skip|ignor|den(?:y|ied)|block(?:ed|list)|black_?list|unsupported|disabled|not_?(?:available|supported)|unavailable|without|bad_?regions|non_?/i.test(name);
}

function judgeExclusion(construct: Construct, targets: readonly string[]): Verdict {
  const left = targets.filter((target) => construct.regions.includes(target));
  if (targets.length > 0 && left.length === 0) return ready(`It leaves ${regionsOf(construct)} out, not ${listed(targets)}.`);
  return gap(`${nameOf(construct)} leaves ${regionsOf(construct)} out${targets.length === 0 ? ': whether another region belongs there must be decided' : ', a target among them'}.`, targets.length === 0 ? { atMost: 'low' } : { targets: left });
}

function judgeInclusion(occurrence: Occurrence, construct: Construct, targets: readonly string[]): Verdict {
  const missing = targets.filter((target) => !construct.regions.includes(target));
  if (targets.length > 0 && missing.length === 0) return ready(`${nameOf(construct)} has ${listed(targets)}.`);
  if (targets.length > 0 && missing.every((target) => isOfOtherPartitions(construct, target))) {
    return ready(`${nameOf(construct)} is about ${regionsOf(construct)}, which lie in another partition than ${listed(targets)}.`);
  }
  const lacks = targets.length === 0 ? ' only' : `, but not ${listed(missing)}`;
  return gap(`${nameOf(construct)} ${verbOf(construct)} ${regionsOf(construct)}${lacks}: ${effect(construct, targets.length === 0 ? 'in any other region' : 'there')}.`, {
    ...(targets.length === 0 ? {} : { targets: missing }),
    ...(isOfAnotherPartition(construct, { home: [], targets }) ? { atMost: 'low' as const } : severityOf(occurrence, construct, targets)),
    ...fixOf(construct, missing),
  });
}

function isOfOtherPartitions({ regions }: Construct, target: string): boolean {
  const partition = partitionOf(target)?.id;
  return regions.length > 0 && partition !== undefined && regions.every((code) => partitionOf(code)?.id !== partition);
}

function verbOf({ kind, side }: Construct): string {
  if (kind === 'map') return side === 'value' ? 'leads to' : 'has an entry for';
  return kind === 'switch' ? 'has an arm for' : 'names';
}

function effect({ kind, side, fallback, content }: Construct, where: string): string {
  if (fallback) return kind === 'switch' ? `${where} the default arm is taken` : `${where} the value for all the others is used`;
  if (kind === 'switch') return `${where} no arm is taken`;
  if (kind === 'map') return side === 'value' ? `nothing leads ${where === 'there' ? where : 'to any other region'}` : `${where} an empty value is used`;
  if (kind === 'union' || kind === 'enum') return `${where} the program cannot name where it runs`;
  return content === 'data' ? `${where} nothing is set up` : `${where} it does not serve`;
}

/** A default arm answers for a region that is missing; names for people do no more than look odd. */
function severityOf({ role }: Occurrence, { fallback, content, kind }: Construct, targets: readonly string[]): Pick<GapDetails, 'severity' | 'atMost'> {
  if (content === 'names' || (fallback && kind !== 'switch' && role !== 'comparison')) return { atMost: 'low' };
  if (fallback) return { atMost: 'medium' };
  return targets.length === 0 ? { severity: 'high' } : {};
}

function fixOf({ kind, content, side }: Construct, missing: readonly string[]): { readonly fix?: string } {
  const what = missing.length === 0 ? 'the region' : listed(missing);
  if (kind === 'map' && side === 'key' && content === 'data') return { fix: `Add an entry for ${what}, or look the value up at run time, and fail for a region without entry.` };
  return missing.length === 0 ? {} : { fix: `Add ${what}, or derive the list from what the account has enabled.` };
}

const words: Readonly<Record<Construct['kind'], string>> = { list: 'A list', set: 'A set', map: 'A map', enum: 'An enum', union: 'A type', switch: 'A switch', pattern: 'A pattern' };

function nameOf({ kind, name }: Construct): string {
  return name === undefined ? words[kind] : `${words[kind].replace(/^An? /, 'The ')} ${quoted(name)}`;
}

/** Named one by one up to four, then counted. */
function regionsOf({ regions }: Pick<Construct, 'regions'>): string {
  return regions.length <= 4 ? listed(regions) : `${regions.length} regions`;
}
