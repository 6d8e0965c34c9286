import type { Occurrence } from '../../model/occurrence.ts';
import { regionalConstantsOf, regionalConstantSource, regionsOfConstant } from '../../model/regional-constant.ts';
import { rule } from '../rule.ts';
import { judgeBinding } from '../support/code-binding.ts';
import { claimed } from '../support/code-check.ts';
import { codeOptions } from '../support/code-options.ts';
import { quoted, subjectName } from '../support/code-words.ts';
import { severities } from '../support/severities.ts';

export const codeAccountIdLiteral = rule({
  id: 'code-account-id-literal',
  title: 'Id of an AWS account or hosted zone is that of one region',
  on: 'code',
  severity: severities('M/H/H/H'),
  why: 'AWS pulls images, delivers logs and answers aliases from other accounts and zones in other regions. With the id of one region, images are not found and log delivery is denied elsewhere.',
  fix: 'Keep the ids in a map that the target is in, or use what needs none: the service principal for log delivery, the alias target’s own zone id, images of your own registry.',
  effect: 'No effect on RPO. Images of AWS are not found and log delivery is denied in the target until the id is changed and deployed: RTO grows by a release, unless somebody notices before.',
  links: [
    'https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
    'https://docs.aws.amazon.com/general/latest/gr/s3.html',
  ],
  options: codeOptions,
  examples: {
    gap: [
      { name: 'log delivery of load balancers', ts: `// For log delivery in this region\nbucket.grantPut(new AccountPrincipal('127311923021'));`, py: `ELB_ACCOUNT = "127311923021"  # region` },
      { name: 'registry of EKS add-ons, region filled in', targets: ['ap-east-1'], ts: 'const image = `602401143452.dkr.ecr.${region}.amazonaws.com/eks/pause:3.10`;' },
      { name: 'principal of a policy', yaml: 'Principal:\n  AWS: arn:aws:iam::127311923021:root' },
      { name: 'zone of a website', ts: `const websiteZoneId = 'Z3AQBSTGFYJSTF'; // region` },
    ],
    ready: [
      { name: 'the target has the same registry', ts: 'const image = `602401143452.dkr.ecr.${region}.amazonaws.com/eks/pause:3.10`;' },
      { name: 'a zone of your own', ts: `const hostedZoneId = 'Z0123456789ABCDEFGHIJ'; // region` },
    ],
  },

  check: claimed('code-account-id-literal', (occurrence, context) => {
    const id = constantIn(occurrence);
    if (id === undefined || isSpokenFor(id, occurrence)) return undefined;
    const [constant] = regionalConstantsOf(id);
    const own = regionsOfConstant(id);
    const served = [...new Set([...own, ...besideIt(occurrence, id).flatMap((other) => regionsOfConstant(other))])];
    return judgeBinding({ ...occurrence, regions: served }, context, (where) => {
      const name = subjectName(occurrence);
      const place = own.length <= 4 ? own.join(', ') : `${own.length} regions`;
      return {
        message: `${name === undefined ? '' : `${name}: `}${quoted(id)} is the ${(constant?.what ?? '').replace(/^[A-Z]/, (letter) => letter.toLowerCase())} in ${place}: it is another one, or none, in ${where}.`,
        evidence: [{ what: regionalConstantSource.source, value: `of ${regionalConstantSource.date}` }],
      };
    });
  }),
});

/** Ids for the same purpose beside it: the accounts of a list are one finding, and the first of them speaks for all. */
function besideIt({ siblings = [] }: Occurrence, id: string): string[] {
  const purposes = new Set(regionalConstantsOf(id).map((constant) => constant.id));
  const values = siblings.map((text) => text.slice(text.indexOf('=') + 1));
  return values.filter((value) => value !== id && regionalConstantsOf(value).some((constant) => purposes.has(constant.id)));
}

const isSpokenFor = (id: string, occurrence: Occurrence): boolean => besideIt(occurrence, id).some((other) => other < id);

/** The id that AWS gives to one of its own accounts or zones; ids of the user's own are the same in every region. */
function constantIn({ form, text }: Occurrence): string | undefined {
  const id = form === 'dns-suffix' ? /^(?:https?:\/\/)?(\d{12})\.dkr\.ecr\./.exec(text)?.[1] : form === 'partition' ? /^arn:[^:]{1,40}:iam::(\d{12}):/.exec(text)?.[1] : text;
  return id !== undefined && regionalConstantsOf(id).length > 0 ? id : undefined;
}
