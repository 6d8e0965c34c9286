import { compareText } from '../../model/json.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import { defaultRegions, partitionOf, regions as allRegions } from '../../model/region.ts';
import { rule, type CodeContext } from '../rule.ts';
import { claimed } from '../support/code-check.ts';
import { codeOptions } from '../support/code-options.ts';
import { quoted } from '../support/code-words.ts';
import { listed } from '../support/list.ts';
import { regionPattern, type RegionPattern } from '../support/pattern/region-pattern.ts';
import { severities } from '../support/severities.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

/** Regions of each form of code and of each partition: what matches none of these is no pattern for regions. */
const samples = ['us-east-1', 'eu-west-1', 'ap-southeast-2', 'ca-central-1', 'sa-east-1', 'me-south-1', 'cn-northwest-1', 'us-gov-west-1', 'us-iso-east-1', 'eusc-de-east-1'];

export const codeRegionRegex = rule({
  id: 'code-region-regex',
  title: 'Regular expression rejects the target region',
  on: 'code',
  severity: severities('M/H/H/H'),
  why: 'A pattern that was written for the regions of its day refuses valid regions, ARNs or hosts of newer ones, or cuts them short.',
  fix: 'Do not check the form of region codes; where it must be done, allow `^[a-z]{2,4}(-[a-z]+){1,2}-\\d{1,2}$`, and for ARNs `arn:aws[a-z-]*:`.',
  effect: 'No effect on RPO. Valid names of the target are refused: RTO grows by a change of code and a release.',
  links: ['https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html'],
  options: codeOptions,
  examples: {
    gap: [
      { name: 'prefixes of some regions', ts: 'const valid = /^(us|ap)-[a-z]+-\\d$/.test(region);', py: 'import re\nvalid = re.match(r"^(us|ap)-[a-z]+-\\d$", region)' },
      { name: 'ARN of other partitions', targets: ['us-gov-west-1'], ts: 'const topic = /^arn:aws:sns:[a-z]{2}-[a-z]+-\\d:\\d{12}:/;' },
    ],
    ready: [{ name: 'accepts the target', ts: 'const valid = /^[a-z]{2}-[a-z]+-\\d$/.test(region);' }],
    unknown: [{ name: 'cannot be followed', ts: 'const valid = /^((us|eu)-[a-z]+-\\d)\\1$/.test(region);' }],
  },

  check: claimed('code-region-regex', (occurrence, context) => {
    const source = occurrence.pattern ?? occurrence.text;
    const pattern = regionPattern(source, [...context.home, ...context.targets, ...samples]);
    if (pattern === undefined) return undefined;
    if (typeof pattern === 'string') return unknown(`${quoted(source)} matches regions, but what it accepts was not found out: ${pattern}.`, { ask: 'a test of the program with the target region' });
    return judge(occurrence, pattern, context);
  }),
});

function judge(occurrence: Occurrence, pattern: RegionPattern, { home, targets }: CodeContext): Verdict {
  const source = quoted(occurrence.pattern ?? occurrence.text);
  const { subject, answer } = pattern;
  if (targets.length === 0) return judgeAll(source, pattern);
  const meant = targets.filter((target) => isMeantFor(target, pattern, home));
  const rejected = meant.filter((target) => answer(target) === 'rejected');
  if (rejected.length > 0) return gap(`As a pattern for a ${subject}, ${source} rejects ${listed(rejected)}.`, { targets: rejected });
  const cut = meant.filter((target) => answer(target) === 'cut');
  if (cut.length > 0) return gap(`${source} matches only a part of ${listed(cut)}: what it takes out of a ${subject} is no region.`, { targets: cut, atMost: 'medium' });
  const open = targets.filter((target) => answer(target) === 'accepted');
  if (!pattern.exact && open.length > 0) return unknown(`${source} seems to accept ${listed(open)}, but it looks around or is put together at run time.`, { ask: 'a test of the program with the target region' });
  return ready(open.length === 0 ? `${source} answers for ${listed(targets)} as it does for the home region.` : `${source} accepts ${listed(open)}.`);
}

/** A pattern that rejects every home region, or all of the target's partition and of aws, tells other regions apart. */
function isMeantFor(target: string, { answer }: RegionPattern, home: readonly string[]): boolean {
  const own = home.length > 0 ? home : [...defaultRegions, ...inPartition(partitionOf(target)?.id ?? 'aws')];
  return own.some((code) => answer(code) === 'accepted');
}

const inPartition = (id: string): string[] => [...allRegions.values()].filter(({ partition, status }) => partition === id && status === 'general').map(({ code }) => code);

/** No target named: every region that is open counts, those of other partitions for less. */
function judgeAll(source: string, pattern: RegionPattern): Verdict {
  const { subject, answer } = pattern;
  const commercial = inPartition('aws').filter((code) => answer(code) !== 'accepted');
  if (commercial.length === inPartition('aws').length) return gap(`As a pattern for a ${subject}, ${source} matches no commercial region: it tells other partitions apart.`, { atMost: 'low' });
  if (commercial.length > 0) return gap(`As a pattern for a ${subject}, ${source} rejects ${counted(commercial)}.`);
  const others = [...allRegions.values()].filter(({ partition }) => partition !== 'aws').map(({ code }) => code).filter((code) => answer(code) !== 'accepted');
  if (others.length > 0) return gap(`As a pattern for a ${subject}, ${source} accepts every commercial region, but rejects ${counted(others)} of other partitions.`, { atMost: 'low' });
  return pattern.exact ? ready(`${source} accepts every region.`) : unknown(`${source} seems to accept every region, but it looks around or is put together at run time.`, { ask: 'a test of the program with the target region' });
}

function counted(codes: readonly string[]): string {
  const sorted = [...codes].sort(compareText);
  return sorted.length <= 4 ? listed(sorted) : `${sorted.length} regions (${sorted.slice(0, 3).join(', ')} …)`;
}
