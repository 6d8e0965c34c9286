import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { rule } from '../rule.ts';
import { runtimeUses, type Use } from '../support/crossings.ts';
import { listed } from '../support/list.ts';
import { placeOf } from '../support/places.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const site = (edge = ''): string => yaml`
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: origin, DomainName: origin.example.com }]
        DefaultCacheBehavior: { TargetOriginId: origin, ViewerProtocolPolicy: https-only${edge === '' ? '' : `, LambdaFunctionAssociations: [{ EventType: viewer-request, LambdaFunctionARN: ${edge} }]`} }
`;
const edge = (policy: string): string => yaml`
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: [lambda.amazonaws.com, edgelambda.amazonaws.com] }, Action: 'sts:AssumeRole' }] }
      Policies: [{ PolicyName: use, PolicyDocument: { Statement: [${policy}] } }]
  Edge:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: edge, Role: !GetAtt Role.Arn }
  Version:
    Type: AWS::Lambda::Version
    Properties: { FunctionName: !Ref Edge }
`;
const reads = (region: string): string => `{ Effect: Allow, Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:${region}:111122223333:table/sessions' }`;

export const computeLambdaEdge = rule({
  id: 'compute-lambda-edge',
  title: 'Function at the edge calls into the home region',
  on: 'cloudfront-distribution',
  needs: ['functions'],
  severity: severities('I/M/H/H'),
  why: 'Lambda@Edge runs near the viewers, wherever they are; what it calls in one region is missing at every edge when that region is lost.',
  fix: 'Keep edge functions to headers and URLs (CloudFront Functions with a KeyValueStore where that is enough), or let them choose the nearest region that is healthy. The function itself stays in us-east-1; its logs are in the regions of the edges.',
  effect: 'No effect on RPO. Every request that passes the function fails while the region it calls is down, at all edges and for viewers of every region: RTO grows by publishing a new version of it, whose control plane is in us-east-1.',
  links: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-choosing.html',
  ],
  examples: {
    gap: [
      { name: 'it may read a table of the home region', home: `${site('!Ref Version')}\n${edge(reads('us-east-1'))}` },
      { name: 'a function that is not in us-east-1', home: site('arn:aws:lambda:us-west-2:111122223333:function:edge:1') },
    ],
    ready: [{ name: 'a table in each region', home: `${site('!Ref Version')}\n${edge(`${reads('us-east-1')}, ${reads('eu-west-1')}`)}` }],
    unknown: [{ name: 'a function that nobody described', home: site('arn:aws:lambda:us-east-1:111122223333:function:edge:1') }],
  },

  check(distribution, { intent: { home, target }, graph }) {
    const { name, attributes } = distribution;
    if (attributes.functions.length === 0) return undefined;
    const silent: string[] = [];
    for (const identifier of attributes.functions) {
      const place = placeOf(graph, identifier, { from: distribution, type: 'AWS::Lambda::Function' });
      if (place.region !== undefined && place.region !== 'us-east-1' && place.region !== 'global' && !place.region.startsWith('cn-')) return gap(`${name} names ${place.name} in ${place.region} for its edges, which takes functions of us-east-1 only.`);
      const edge = place.resource === undefined ? undefined : functionOf(graph, place.resource);
      const uses = edge === undefined ? [] : usesOf(graph, edge).filter(({ name: used }) => !used.startsWith('/aws/lambda/'));
      const atHome = uses.filter(({ region }) => home.includes(region));
      if (atHome.length > 0 && !uses.some(({ region }) => region === target)) {
        return gap(`${edge?.name}, which runs at the edges of ${name}, uses ${listed(atHome.map((use) => use.name))} in the home region only.`);
      }
      if (edge === undefined || uses.length === 0) silent.push(edge?.name ?? place.name);
    }
    return silent.length === 0 ? ready() : unknown(`Nobody told us what ${listed(silent)} calls, which runs at the edges of ${name}.`, { ask: 'The source of the function, or what its role allows.' });
  },
});

/** The function itself, or that of a published version. */
function functionOf(graph: EstateView, resource: Resource): Resource | undefined {
  if (resource.kind === 'lambda-function') return resource;
  return graph.in(resource.id, 'contains').map(({ from }) => graph.resource(from)).find((each) => each?.kind === 'lambda-function');
}

/** What its code calls and what its role allows by name. */
function usesOf(graph: EstateView, edge: Resource): Use[] {
  const roles = graph.out(edge.id, 'uses-role').flatMap(({ to }) => graph.resource(to) ?? []);
  return [edge, ...roles].flatMap((each) => runtimeUses(graph, each));
}
