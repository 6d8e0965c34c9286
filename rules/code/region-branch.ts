import type { Occurrence } from '../../model/occurrence.ts';
import { partitionOf, regions } from '../../model/region.ts';
import { rule, type CodeContext } from '../rule.ts';
import { claimed } from '../support/code-check.ts';
import { codeOptions } from '../support/code-options.ts';
import { quoted, subjectName } from '../support/code-words.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { exempt, gap, ready } from '../verdict.ts';

export const codeRegionBranch = rule({
  id: 'code-region-branch',
  title: 'Behaviour depends on which region it is',
  on: 'code',
  severity: severities('M/H/H/H'),
  why: 'The program does something else in the target region than at home: a path that nobody has run in production, often the wrong arm.',
  fix: 'Branch on what the region can do, from configuration that has an entry for each region, and fail for a region that has none.',
  effect: 'RTO grows by finding out on the day what the untried path does, and by a release if it is the wrong one. RPO suffers where the path decides where data is written.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-4.html'],
  options: codeOptions,
  examples: {
    gap: [
      {
        ts: `if (region === 'us-east-1') startScheduler();`,
        py: `if region == "us-east-1":\n    start_scheduler()`,
        java: `class Main { void run(String region) { if (region.equals("us-east-1")) startScheduler(); } }`,
        hcl: `resource "aws_backup_vault" "main" {\n  count = var.region == "us-east-1" ? 1 : 0\n}`,
      },
      { name: 'by geography', ts: `const profile = region.startsWith('us-') ? usProfile : fallbackProfile;` },
    ],
    ready: [
      { name: 'home and target take the same arm', home: ['eu-central-1'], ts: `if (region === 'us-east-1') useOldTable();` },
      { name: 'about another partition', ts: `if (region.startsWith('us-gov-')) useFipsEndpoints();` },
    ],
    exempt: [{ name: 'S3 takes no LocationConstraint for us-east-1', ts: `const configuration = region === 'us-east-1' ? undefined : { LocationConstraint: region };` }],
  },

  check: claimed('code-region-branch', (occurrence, context) => {
    const { form, text } = occurrence;
    if (isOnceOnly(occurrence)) return exempt('The condition says which region declares what exists once for all of them.');
    const apart = divided(occurrence, context);
    const { targets } = context;
    if (targets.length > 0 && apart.length === 0) return ready(sameArm(occurrence, context));
    const asked = form === 'region-prefix' ? `regions that begin with ${quoted(text)}` : occurrence.regions.join(' and ') || quoted(text);
    const name = subjectName(occurrence);
    const where = targets.length === 0 ? 'other regions take' : `${listed(apart)} ${apart.length === 1 ? 'takes' : 'take'}`;
    return gap(`${name === undefined ? 'A comparison' : `A comparison of ${name}`} treats ${asked} as a special case: ${where} the other arm.`, {
      ...(targets.length === 0 ? {} : { targets: apart }),
      ...(isOfOtherPartition(occurrence) ? { atMost: 'low' as const } : {}),
    });
  }),
});

/** Why no target is treated otherwise. Where no home is known, a comparison that the target passes was written with it in mind. */
function sameArm(occurrence: Occurrence, { home, targets }: CodeContext): string {
  if (home.length > 0) return `${listed(targets)} takes the same arm as the home region.`;
  return targets.every((target) => holds(occurrence, target)) ? `The comparison names ${listed(targets)} itself.` : `The comparison is about another partition than that of ${listed(targets)}.`;
}

/** A condition of a template that is named after the part that its region plays: what exists once has to be declared by one of them. */
function isOnceOnly({ enclosing = '', name = '', callee = '' }: Occurrence): boolean {
  return name === 'AWS::Region' && callee === '' && /^(?:Conditions\.)?(?:(?:Is|In|At|Deploy|Create|Has)?(?:The)?(?:Primary|First|Home|Main|Lead|Leader|Global|Once)(?:Region|Only|Side|Resources)?|Only(?:Once|Primary|First|Home))$/i.test(enclosing);
}

/** Whether the comparison holds for a region. */
function holds({ form, text, regions: asked }: Occurrence, region: string): boolean {
  if (form !== 'region-prefix') return asked.includes(region);
  const prefix = text.replace(/-$/, '');
  return region === prefix || region.startsWith(`${prefix}-`);
}

/** Targets that the comparison answers otherwise than home; where no home is known, those that it was not written for. */
function divided(occurrence: Occurrence, { home, targets }: CodeContext): string[] {
  const atHome = home.map((region) => holds(occurrence, region));
  if (atHome.length > 0) return targets.filter((target) => atHome.some((answer) => answer !== holds(occurrence, target)));
  return targets.filter((target) => !holds(occurrence, target) && !isOfOtherPartition(occurrence, partitionOf(target)?.id));
}

/** Whether it asks for regions of a partition that the target is not in: nothing changes between two regions of one partition. */
function isOfOtherPartition(occurrence: Occurrence, partition = 'aws'): boolean {
  const asked = occurrence.form === 'region-prefix' ? [...regions.values()].filter(({ code }) => holds(occurrence, code)).map(({ partition: id }) => id) : occurrence.regions.map((code) => partitionOf(code)?.id);
  return asked.length > 0 && asked.every((id) => id !== partition);
}
