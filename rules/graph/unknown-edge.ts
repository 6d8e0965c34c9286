import { z } from 'zod';
import { requestEdges } from '../../graph/queries/region-crossings.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { Resource } from '../../model/resource.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { resourcesAtHome } from '../subjects.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const options = z.strictObject({ leastPercent: z.number().min(0).max(100).default(90).describe('Least share of the code in the home region of which something must be known that it uses') });

const lone = yaml`
  Report:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: report }
`;
const told = yaml`
  Report:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: report, Environment: { Variables: { TABLE_NAME: reports } } }
`;
const known = yaml`
  Report:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: report, Environment: { Variables: { TABLE: !Ref Orders } } }
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: orders }
`;

export const graphUnknownEdge = rule({
  id: 'graph-unknown-edge',
  title: 'Of much of the code nothing is known that it calls',
  on: 'estate',
  severity: severities('M/M/M/M'),
  why: 'What nobody sees is not judged: a call across regions, a shared store or a vendor behind it shows up in the first failover.',
  fix: 'Scan the code beside the templates, give addresses by environment variables and permissions by resource, add what tracing and flow logs have seen, and let owners confirm the rest.',
  effect: 'RPO and RTO that the report gives for this service leave out what nobody knows that it needs; each such dependency can make both worse.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-3.html'],
  options,
  examples: {
    gap: [{ name: 'a name that nothing in the estate has', home: told }],
    ready: [{ home: known }],
    unknown: [{ home: lone }],
  },

  *check(view, { intent, options: given }): Iterable<EstateSubject> {
    const { leastPercent } = options.parse(given);
    const code = resourcesAtHome(view, intent).filter(runsCode);
    if (code.length === 0) return;
    const blind = code.filter(({ id }) => view.out(id, ...requestEdges, 'triggers').length + view.dangling(id, ...requestEdges, 'triggers').length === 0);
    const percent = Math.floor(((code.length - blind.length) / code.length) * 100);
    const evidence = blind.slice(0, 20).map(({ name }) => ({ what: 'nothing known of', value: name }));
    const subject = { subject: 'unknown-edges', title: 'what code uses', resources: blind.map(({ id }) => id) };
    const addressed = blind.filter(takesAddress);
    const about = `Of ${blind.length} of ${code.length} pieces of code nobody told us anything that they use`;
    if (percent >= leastPercent) yield { ...subject, verdict: ready(`Of ${percent} % of the code it is known what it uses.`, { evidence }) };
    else if (addressed.length > 0) yield { ...subject, verdict: gap(`${about}, though ${listed(addressed.slice(0, 5).map(({ name }) => name))} is given addresses.`, { evidence }) };
    else yield { ...subject, verdict: unknown(`${about}.`, { evidence, ask: 'A scan of the code beside the templates, traces or flow logs, or its owners.' }) };
  },
});

/** Whether a function is given the name or address of something by a variable whose value nobody told. */
const takesAddress = (resource: Resource): boolean => resource.kind === 'lambda-function' && (resource.attributes.environmentNames ?? []).some((name) => /(?:_|^)(?:URL|URI|HOST|ENDPOINT|ARN|TABLE|TABLE_NAME|BUCKET|BUCKET_NAME|QUEUE|QUEUE_URL|TOPIC)$/i.test(name));

/** Clusters and groups run what others declare. */
const running: ReadonlySet<string | undefined> = new Set(['lambda-function', 'ecs-service', 'ec2-instance', 'state-machine']);
const runsCode = ({ kind }: Resource): boolean => running.has(kind) && kind !== undefined && (kinds[kind] as Kind).traits.includes('compute');
