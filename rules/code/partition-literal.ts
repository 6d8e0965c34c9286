import type { Occurrence } from '../../model/occurrence.ts';
import { partitionOf, partitions } from '../../model/region.ts';
import { rule } from '../rule.ts';
import { claimed } from '../support/code-check.ts';
import { hostParts } from '../support/code-hosts.ts';
import { codeOptions } from '../support/code-options.ts';
import { quoted } from '../support/code-words.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { gap, ready } from '../verdict.ts';

export const codePartitionLiteral = rule({
  id: 'code-partition-literal',
  title: 'Partition or DNS suffix is written into the code',
  on: 'code',
  severity: severities('L/L/L/L'),
  why: 'China, GovCloud and the European Sovereign Cloud are partitions of their own: ARNs begin with another name there, and hosts end with another suffix.',
  fix: 'Derive both from the region: AWS::Partition and AWS::URLSuffix in templates, the partition metadata of the SDK in code.',
  effect: 'No effect on RPO or RTO within the partition. In a target of another partition each ARN and host is invalid, and nothing works there until they are derived.',
  links: ['https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html', 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html'],
  options: codeOptions,
  examples: {
    gap: [
      {
        name: 'target in another partition', targets: ['us-gov-west-1'],
        ts: `const policyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';`,
        py: `POLICY = "arn:aws:iam::aws:policy/ReadOnlyAccess"`,
        hcl: `resource "aws_iam_role_policy_attachment" "read" {\n  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"\n}`,
      },
      { name: 'suffix behind a region that is filled in', targets: ['eusc-de-east-1'], ts: 'const host = `sqs.${region}.amazonaws.com`;' },
      { name: 'no target named', targets: [], ts: `const policyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';` },
    ],
    ready: [{ name: 'target in the same partition', ts: `const policyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';` }, { name: 'GovCloud shares the suffix', targets: ['us-gov-west-1'], ts: 'const host = `sqs.${region}.amazonaws.com`;' }],
  },

  check: claimed('code-partition-literal', (occurrence, context) => {
    const { targets } = context;
    if (isForManyPartitions(occurrence, [...context.home, ...targets]) || asksForAnyArn(occurrence)) return undefined;
    const { text } = occurrence;
    if (gateway.test(text)) return ready(`${quoted(text)} is called so in China and GovCloud too.`);
    const broken = targets.filter((target) => !holdsIn(occurrence, target));
    if (targets.length > 0 && broken.length === 0) return ready(`${quoted(text)} is right in ${listed(targets)}.`);
    const where = targets.length === 0 ? 'any other partition' : listed(broken);
    const said = occurrence.form === 'dns-suffix' ? 'has a DNS suffix that is another' : 'names a partition that is another';
    return gap(`${quoted(text)} ${said} in ${where}.`, {
      fix: fixOf(occurrence),
      ...(targets.length === 0 ? {} : { targets: broken, severity: 'critical' as const }),
    });
  }),
});

/** A pattern with alternatives for partitions is written for all of them. */
const knowsPartitions = /\|[^|]{0,40}(?:aws-(?:cn|us-gov|iso)|amazonaws|c2s|\.cn|adc-e|api\.aws)|(?:amazonaws[^|]{0,20}|aws)\(\??:?(?:-|\\?\.)/;

/** Gateway endpoints, which have the same service name everywhere, as no interface endpoint has: com.amazonaws.cn-north-1.s3. */
const gateway = /^com\.amazonaws\.[^.]{1,20}(?:\.[^.]{1,60}){0,4}\.(?:s3|dynamodb)$/;

/** An ARN whose partition is filled in. */
const madeByPartition = /arn:(?:%[sv]|\$?\{|["']\s{0,3}\+)/;

/** Suffixes on their own, of partitions that are not the first: nobody writes them who does not know several. */
const foreignSuffix: ReadonlySet<string> = new Set([...partitions.values()].flatMap(({ dnsSuffix, dualStackDnsSuffix }) => [dnsSuffix, dualStackDnsSuffix]).filter((suffix) => !/^(?:amazonaws\.com|api\.aws)$/.test(suffix)));

/** The beginning of the ARNs of every partition, which something is compared with. */
const asksForAnyArn = ({ form, role, text }: Occurrence): boolean => form === 'partition' && text === 'arn:aws' && (role === 'comparison' || role === 'case');

/** Lines that name other partitions beside this one, or an ARN of a partition that nobody asked about: the program tells partitions apart. */
function isForManyPartitions({ pattern, snippet, text, form, callee = '', siblings = [] }: Occurrence, asked: readonly string[]): boolean {
  if (text === 'arn:aws:' && /replace(?:all|first)?$|^sub$|\.sub$/i.test(callee) && madeByPartition.test(snippet)) return true;
  if (asked.length === 0 && siblings.some((beside) => beside.startsWith('partition='))) return true;
  if (pattern !== undefined && knowsPartitions.test(pattern)) return true;
  if (form === 'dns-suffix') return foreignSuffix.has(text) && !asked.some((code) => partitionOf(code)?.dnsSuffix === text);
  if (form !== 'partition') return false;
  const own = /^arn:(aws[a-z-]*)/.exec(text)?.[1] ?? 'aws';
  if ([...snippet.matchAll(/arn:(aws[a-z-]*):/g)].some(([, other]) => other !== own)) return true;
  return own !== 'aws' && !asked.some((code) => partitionOf(code)?.id === own);
}

/** An unknown region counts as broken: nobody told us its partition. */
function holdsIn({ form, text }: Occurrence, target: string): boolean {
  const partition = partitionOf(target);
  if (partition === undefined) return false;
  if (form === 'partition') return new RegExp(`^arn:${partition.id}(?![a-z-])`).test(text);
  if (text.startsWith('com.amazonaws.')) return partition.id !== 'aws-cn';
  const { suffix } = hostParts(text);
  return suffix === undefined || suffix === partition.dnsSuffix || suffix === partition.dualStackDnsSuffix;
}

function fixOf({ form, language }: Occurrence): string {
  const suffix = form === 'dns-suffix';
  if (language === 'terraform') return suffix ? 'Use `data.aws_partition.current.dns_suffix`.' : 'Use `arn:${data.aws_partition.current.partition}:`.';
  if (/^(?:yaml|json|cloudformation)$/.test(language)) return suffix ? 'In a template use `${AWS::URLSuffix}` within `!Sub`.' : 'In a template use `arn:${AWS::Partition}:` within `!Sub`.';
  if (/^(?:typescript|javascript)$/.test(language)) return suffix ? 'In CDK use `Aws.URL_SUFFIX`; elsewhere let the SDK resolve the endpoint.' : 'In CDK use `Aws.PARTITION` or `Stack.of(this).formatArn()`; elsewhere `partition(region).name` of @aws-sdk/util-endpoints.';
  if (language === 'python') return 'Use `boto3.session.Session().get_partition_for_region(region)`.';
  return 'Derive it from the region with the partition metadata of the SDK.';
}
