import { compareText } from '../../model/json.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { homeByAccount, isInScope } from '../subjects.ts';
import { ofTypes } from '../support/by-type.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const version = yaml`
  Version:
    Type: AWS::SSM::Parameter
    Properties: { Name: /cdk-bootstrap/hnb659fds/version, Type: String, Value: '31' }
`;
const app = yaml`
  Orders:
    Type: AWS::SQS::Queue
    Metadata: { 'aws:cdk:path': Shop/Orders/Resource }
`;

interface Tool {
  readonly id: string;
  readonly title: string;
  readonly command: string;
  /** Whether a resource shows that the tool is used: the CDK writes the path of the construct into its templates. */
  uses(resource: Resource): boolean;
  /** Whether a resource is what the tool prepares in each region. */
  prepares(resource: Resource): boolean;
}

/** Types of what the tools prepare. */
const preparing = ['AWS::S3::Bucket', 'AWS::SSM::Parameter'];

const tools: readonly Tool[] = [
  {
    id: 'cdk', title: 'the AWS CDK', command: 'cdk bootstrap aws://ACCOUNT/REGION',
    uses: ({ module, sources }) => module !== undefined && sources.some(({ scanner }) => scanner === 'cloudformation'),
    prepares: ({ name, resourceType }) => (resourceType === 'AWS::SSM::Parameter' && /^\/?cdk-bootstrap\/[^/]+\/version$/.test(name)) || (resourceType === 'AWS::S3::Bucket' && /^cdk-[a-z0-9]+-assets-/.test(name)),
  },
  {
    id: 'sam', title: 'the AWS SAM CLI', command: 'sam deploy --guided --region REGION',
    uses: () => false,
    prepares: ({ name, resourceType }) => resourceType === 'AWS::S3::Bucket' && name.startsWith('aws-sam-cli-managed-'),
  },
];

export const operationsBootstrapMissing = rule({
  id: 'operations-bootstrap-missing',
  title: 'Target region is not prepared for the deployment tool',
  on: 'estate',
  severity: severities('H/C/C/C'),
  why: 'The first deployment stops before its first resource: the bucket for its files, the repository for its images and the roles that it deploys with are made once for each account and region.',
  fix: 'Bootstrap the target region in every account that is deployed to, by the same template and qualifier as home, and add the region to the StackSets of the baseline.',
  effect: 'No effect on RPO. Blocks the first deployment to the target: RTO grows by bootstrapping each account, with rights that are rarely at hand, before anything is deployed.',
  links: ['https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping.html', 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/what-is-cfnstacksets.html'],
  examples: {
    gap: [{ home: version }],
    ready: [{ home: version, target: version }],
    unknown: [{ name: 'an application of the CDK, and nobody told what is prepared', home: app }],
  },

  *check(view, { intent }): Iterable<EstateSubject> {
    for (const tool of tools) {
      for (const [account, { used, home, there }] of [...byAccount(view, tool, intent)].sort(([a], [b]) => compareText(a, b))) {
        if (!used && home.length === 0) continue;
        const who = account === '' ? 'the account' : account;
        const subject = { subject: `bootstrap:${tool.id}:${account}→${intent.target}`, title: `${tool.title} in ${who}`, resources: home.map(({ id }) => id) };
        const [present] = there;
        if (present !== undefined) yield { ...subject, verdict: ready(`${present.name} prepares ${intent.target} for ${tool.title}.`) };
        else if (home.length > 0) yield { ...subject, verdict: gap(`${home[0]?.name} prepares ${home[0]?.region ?? 'home'} for ${tool.title}; nothing that was given prepares ${intent.target} in ${who}.`, { fix: `Run ${tool.command}, with the qualifier and policies of home.` }) };
        else yield { ...subject, verdict: unknown(`Nobody told us whether ${intent.target} is prepared for ${tool.title} in ${who}.`, { ask: 'ssm:GetParameter /cdk-bootstrap/hnb659fds/version in the target region; a scan of it tells.' }) };
      }
    }
  },
});

interface Prepared {
  readonly used: boolean;
  readonly home: Resource[];
  readonly there: Resource[];
}

function byAccount(view: EstateView, tool: Tool, intent: { readonly home: readonly string[]; readonly target: string }): Map<string, Prepared> {
  const found = new Map<string, Prepared>();
  for (const [account, resources] of homeByAccount(view, intent)) found.set(account, { used: resources.some((resource) => tool.uses(resource) && !tool.prepares(resource)), home: [], there: [] });
  for (const resource of ofTypes(view, ...preparing).filter((each) => tool.prepares(each)).sort((a, b) => compareText(a.id, b.id))) {
    const entry = found.get(resource.account ?? '');
    if (resource.region === intent.target) entry?.there.push(resource);
    else if (isInScope(resource, intent)) entry?.home.push(resource);
  }
  return found;
}
