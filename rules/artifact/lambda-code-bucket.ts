import { peers } from '../../graph/queries/peer.ts';
import { parseArn } from '../../model/arn.ts';
import type { EstateView, ResourceOf } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { regionsIn } from '../../model/region-token.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { placeOf } from '../support/places.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

type Function = ResourceOf<'lambda-function'>;

const checkout = (properties: string): string => yaml`
  Checkout:
    Type: AWS::Lambda::Function
    Properties: { ${properties} }
`;
const from = (bucket: string): string => checkout(`Code: { S3Bucket: ${bucket}, S3Key: checkout.zip }`);

export const artifactLambdaCodeBucket = rule({
  id: 'artifact-lambda-code-bucket',
  title: 'Function’s code or layers are stored in the home region only',
  on: 'lambda-function',
  needs: [],
  severity: severities('M/H/H/H'),
  why: 'Lambda takes a deployment package and layers only from the function’s own region: creating or updating the function in the target region fails, and restoring an older version does too.',
  fix: 'Package for each region (aws cloudformation package, AWS CDK assets) into a bucket of that region, put the region in its name or use the account-regional namespace, publish layers in both regions, and look layers of AWS up by region.',
  effect: 'No effect on RPO. Functions that are deployed in the target already go on; creating, updating or rolling back one there waits until package and layers are uploaded to a bucket of the target, which adds that time to RTO.',
  links: ['https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCode.html'],
  examples: {
    gap: [
      { name: 'one bucket for every region', home: from('artifacts'), target: from('artifacts') },
      { name: 'a layer of the home region', home: checkout("Layers: ['arn:aws:lambda:us-east-1:111122223333:layer:tools:1']"), target: checkout("Layers: ['arn:aws:lambda:us-east-1:111122223333:layer:tools:1']") },
      { name: 'a bucket that the estate has at home only', home: `${from('artifacts')}\n${yaml`
        Artifacts:
          Type: AWS::S3::Bucket
          Properties: { BucketName: artifacts }
      `}` },
    ],
    ready: [
      { name: 'a bucket for each region', home: from('artifacts-us-east-1'), target: from('artifacts-eu-west-1') },
    ],
    unknown: [
      { name: 'no template says where the target region takes it from', home: from('artifacts-us-east-1') },
    ],
  },

  /** Functions whose code is inline or an image, and without layers, are none of its business. */
  check(resource, { intent: { target }, graph }) {
    const { codeBucket, layers = [] } = resource.attributes;
    if (codeBucket === undefined && layers.length === 0) return undefined;
    const peer = peers(graph, resource, target)[0]?.resource;
    return peer?.kind === 'lambda-function' ? compared(resource, peer, graph) : alone(resource, { graph, target });
  },
});

function compared(here: Function, there: Function, graph: EstateView): Verdict {
  const foreign = (there.attributes.layers ?? []).filter((layer) => {
    const region = parseArn(layer)?.region;
    return region !== undefined && region !== '' && region === here.region;
  });
  if (foreign.length > 0) return gap(`${there.name} in ${there.region} uses ${listed(foreign)}, which only ${here.region} has.`);
  const bucket = there.attributes.codeBucket;
  if (bucket === undefined) return here.attributes.codeBucket === undefined ? ready() : unknown(`Nobody told us which bucket ${there.name} in ${there.region} takes its code from.`);
  const place = placeOf(graph, bucket, { from: there, type: 'AWS::S3::Bucket' });
  if (place.region !== undefined) return place.region === there.region ? ready() : gap(`${there.name} in ${there.region} takes its code from ${place.name} in ${place.region}.`);
  return bucket === here.attributes.codeBucket ? gap(`${here.name} takes its code from the bucket ${place.name} in both regions, and a bucket is in one.`) : ready();
}

/** Without a counterpart, a bucket that is known to be at home is a gap, and a name that carries no region is one by all likelihood. */
function alone(resource: Function, { graph, target }: { readonly graph: EstateView; readonly target: string }): Verdict {
  const { name, attributes: { codeBucket } } = resource;
  if (codeBucket === undefined) return unknown(`Nobody told us whether ${target} has the layers of ${name}.`, { ask: 'lambda:GetLayerVersion in the target region, or the template that is deployed there.' });
  const place = placeOf(graph, codeBucket, { from: resource as Resource, type: 'AWS::S3::Bucket' });
  if (place.region !== undefined && place.region === resource.region && place.resource !== undefined && peers(graph, place.resource, target).length === 0) {
    return gap(`${name} takes its code from ${place.name} in ${place.region}, and ${target} has no counterpart of that bucket.`);
  }
  if (place.resource !== undefined) return ready();
  const derived = regionsIn(place.name).length > 0 ? `The name of ${place.name} carries its region; whether` : `Whether`;
  return unknown(`${name} takes its code from ${place.name}. ${derived} ${target} has a bucket like it nobody told us.`, { ask: 'The template as deployed to the target region.' });
}
