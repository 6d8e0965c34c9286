import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { judgeTies, ties, type Tie } from '../support/ties.ts';
import { yaml } from '../support/yaml.ts';

const worker = (layerRegion: string, queueRegion = ''): string => yaml`
  Worker:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: worker, Layers: ['arn:aws:lambda:${layerRegion}:111122223333:layer:tools:3'] }
  ${queueRegion === '' ? '' : `Source:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref Worker, EventSourceArn: 'arn:aws:sqs:${queueRegion}:111122223333:orders' }`}
`;

export const computeLambdaRegional = rule({
  id: 'compute-lambda-regional',
  title: 'Lambda function is configured with things of the home region',
  on: 'lambda-function',
  needs: [],
  severity: severities('L/H/H/H'),
  why: 'Layers, file systems, subnets and event sources must be in the function’s own region: the function cannot be created in the target region, or is never invoked there.',
  fix: 'Build the ARNs from the region of the stack, publish layers in every region by the pipeline, and deploy event source mappings for the region’s own queues and streams (disabled for a pilot light, enabled by the recovery plan).',
  effect: 'No effect on RPO. The function cannot be created or is never invoked in the target: RTO grows by correcting its configuration and a deployment.',
  links: ['https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html', 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html'],
  examples: {
    gap: [
      { name: 'a layer of the home region', home: worker('us-east-1'), target: worker('us-east-1') },
      { name: 'a queue of the home region', home: worker('us-east-1', 'us-east-1'), target: worker('eu-west-1', 'us-east-1') },
    ],
    ready: [{ home: worker('us-east-1', 'us-east-1'), target: worker('eu-west-1', 'eu-west-1') }],
  },

  /** What has no counterpart is compute-no-peer's business; code, images and environment variables have rules of their own. */
  check(resource, context) {
    if (peers(context.graph, resource, context.intent.target).length === 0) return undefined;
    return judgeTies(resource, (each) => tiesOf(each, context.graph), context);
  },
});

function tiesOf(resource: Resource, graph: EstateView): Tie[] {
  if (resource.kind !== 'lambda-function') return [];
  const { layers, fileSystems, kmsKey, subnets, securityGroups, deadLetterTarget, destinations, capacityProvider, logGroup } = resource.attributes;
  const sources = graph.in(resource.id, 'attaches').flatMap(({ from }) => {
    const mapping = graph.resource(from);
    return mapping?.kind === 'lambda-event-source-mapping' ? [mapping.attributes.source] : [];
  });
  return [
    ...ties('layer', layers),
    ...ties('file system', fileSystems),
    ...ties('key', kmsKey),
    ...ties('subnet', subnets),
    ...ties('security group', securityGroups),
    ...ties('dead-letter target', deadLetterTarget),
    ...ties('destination', destinations),
    ...ties('capacity provider', capacityProvider),
    ...ties('log group', logGroup, 'AWS::Logs::LogGroup'),
    ...ties('event source', sources),
  ];
}
