import { rule } from '../rule.ts';
import { otherRegions } from '../support/list.ts';
import { placeOf } from '../support/places.ts';
import { regionsOf } from '../../graph/queries/copies.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const bucket = (id: string, name: string): string => yaml`
  ${id}:
    Type: AWS::S3::Bucket
    Properties: { BucketName: ${name} }
`;
const point = (...buckets: readonly string[]): string => yaml`
  Entry:
    Type: AWS::S3::MultiRegionAccessPoint
    Properties: { Name: media, Regions: [${buckets.map((name) => `{ Bucket: ${name} }`).join(', ')}] }
`;

export const dataS3MrapLimits = rule({
  id: 'data-s3-mrap-limits',
  title: 'Multi-Region Access Point has no bucket in the target region',
  on: 's3-multi-region-access-point',
  needs: ['buckets'],
  severity: severities('-/M/H/H'),
  why: 'Requests cannot be sent to the target region, and the buckets of a Multi-Region Access Point are fixed when it is made: it must be replaced, under a new alias.',
  fix: 'Create a new Multi-Region Access Point with a bucket in the target region, replicate between its buckets, and let clients read its alias from configuration. Fail over with SubmitMultiRegionAccessPointRoutes, and keep its endpoints at hand.',
  effect: 'No effect on RPO. Requests to the access point cannot be routed to the target: RTO grows by creating a new one, whose alias every client has to learn.',
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-buckets.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRestrictions.html',
  ],
  examples: {
    gap: [{ home: `${bucket('Media', 'media-us')}\n${point('media-us')}` }],
    ready: [{ home: `${bucket('Media', 'media-us')}\n${point('media-us', 'media-eu')}`, target: bucket('Copy', 'media-eu') }],
    unknown: [{ name: 'a bucket that nobody told us of', home: `${bucket('Media', 'media-us')}\n${point('media-us', 'media-eu')}` }],
  },

  check(point, { intent: { target }, graph }) {
    const { name, attributes: { buckets, regions = [] } } = point;
    const places = buckets.map((each) => placeOf(graph, each, { from: point, type: 'AWS::S3::Bucket' }));
    const known = [...regions, ...regionsOf(places)];
    if (known.includes(target)) return ready();
    const untold = regions.length > 0 ? undefined : places.find(({ region }) => region === undefined);
    if (untold !== undefined) return unknown(`${name} leads to ${untold.name}, whose region nobody told us; it may or may not be ${target}.`, { ask: 's3:ListMultiRegionAccessPoints, or the template of that bucket.' });
    return gap(`${name} leads to buckets in ${otherRegions(known)}, none in ${target}, and its list of buckets cannot be changed.`, { blocking: true });
  },
});
