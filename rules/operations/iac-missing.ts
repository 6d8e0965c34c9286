import { z } from 'zod';
import { management, type Management } from '../../graph/queries/iac-coverage.ts';
import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { managedArtefact } from '../guards/managed-artefact.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { resourcesAtHome } from '../subjects.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const options = z.strictObject({ leastPercent: z.number().min(0).max(100).default(95).describe('Least share of what runs that a template, plan or state must have') });

const queue = yaml`
  Orders:
    Type: AWS::SQS::Queue
    Properties: { QueueName: orders }
`;
const runs = (name: string) => ({ kind: 'sqs-queue' as const, name, document: { QueueArn: `arn:aws:sqs:us-east-1:111122223333:${name}` } });

export const operationsIacMissing = rule({
  id: 'operations-iac-missing',
  title: 'Much of what runs is declared by no code',
  on: 'estate',
  severity: severities('C/H/H/H'),
  why: 'What was made by hand has to be made by hand again in the target region, from memory, in an emergency.',
  fix: 'Take the resources into code (the IaC generator and import of CloudFormation, import blocks of Terraform), deploy the target from the same templates, and close the console for changes.',
  effect: 'No effect on RPO. RTO is rebuilding by hand and from memory: hours to days, and longer the more resources are declared by no code.',
  links: ['https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html', 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/generate-IaC.html'],
  options,
  examples: {
    gap: [{ home: queue, described: [runs('orders'), runs('made-by-hand')] }],
    ready: [{ home: queue, described: [runs('orders')] }],
  },

  /** Account by account, for what nobody declares mostly belongs to no service; of what a scan saw running; says nothing where nothing was seen. */
  *check(view, context): Iterable<EstateSubject> {
    const { leastPercent } = options.parse(context.options);
    const state = management(view);
    const around = { graph: view, intent: context.intent };
    const running = resourcesAtHome(view, context.intent).filter((resource) => isAsked(resource, state(resource)) && managedArtefact.reason(resource, around) === undefined);
    for (const [account, resources] of [...Map.groupBy(running, (resource) => resource.account ?? 'the account')].sort(([a], [b]) => compareText(a, b))) {
      const made = resources.filter((resource) => state(resource) === 'unmanaged');
      const percent = Math.floor(((resources.length - made.length) / resources.length) * 100);
      const evidence = made.slice(0, 20).map(({ resourceType, name }) => ({ what: resourceType, value: name }));
      const subject = { subject: `code-of:${account}`, title: account, resources: made.map(({ id }) => id) };
      yield percent < leastPercent
        ? { ...subject, verdict: gap(`${made.length} of ${resources.length} resources of ${account} run without anything that declares them.`, { evidence }) }
        : { ...subject, resources: resources.map(({ id }) => id), verdict: ready(`${percent} % of what runs in ${account} is declared.`, { evidence }) };
    }
  },
});

/** Things that AWS makes by itself belong to what they serve. */
function isAsked({ kind, resourceType, arn = '', attributes }: Resource, state: Management): boolean {
  if (state !== 'managed' && state !== 'unmanaged') return false;
  if (kind === 'vpc' && (attributes as { readonly isDefault?: boolean }).isDefault === true) return false;
  return !/:role\/aws-service-role\/|:role\/service-role\//.test(arn) && kind !== 'log-group' && !['AWS::EC2::NetworkInterface', 'AWS::CloudFormation::Stack', 'AWS::EC2::DHCPOptions'].includes(resourceType);
}
