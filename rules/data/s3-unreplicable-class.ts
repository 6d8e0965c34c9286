import { tagged } from '../../model/tag-table.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { unknown } from '../verdict.ts';

const directory = (rest = ''): string => yaml`
  Fast:
    Type: AWS::S3Express::DirectoryBucket
    Properties: { LocationName: use1-az4, DataRedundancy: SingleAvailabilityZone${rest} }
`;
const types = ['AWS::S3Express::DirectoryBucket', 'AWS::S3Vectors::VectorBucket', 'AWS::S3Outposts::Bucket'];

export const dataS3UnreplicableClass = rule({
  id: 'data-s3-unreplicable-class',
  title: 'Bucket of a class that is not replicated across regions',
  on: 'resource',
  types,
  severity: severities('M/H/H/H'),
  why: 'Directory, vector and Outposts buckets have no replication between regions: what is only in them is not in the target region.',
  fix: 'Keep the system of record in a general purpose bucket that is replicated, and fill the other one from it in the target region. Say with the tag mr:data-class=derived that it can be.',
  effect: 'RPO of what is only in the bucket is everything; RTO is filling another one in the target from its source.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-differences.html'],
  examples: {
    gap: [{ home: directory() }],
    ready: [{ home: directory(', Tags: [{ Key: mr:counterpart, Value: Fast }]'), target: directory() }],
    unknown: [{ name: 'a bucket in both regions: templates cannot say who fills it', home: directory(), target: directory() }],
    exempt: [{ home: directory(', Tags: [{ Key: mr:data-class, Value: derived }]') }],
  },

  check(resource, context) {
    const verdict = hasCounterpart(resource, context);
    if (verdict.state !== 'ready' || tagged(resource, 'mr:counterpart') !== undefined) return verdict;
    return unknown(`${resource.name} has a counterpart in ${context.intent.target}; whether both are filled from one source nobody told us.`, { ask: 'The tag mr:counterpart or mr:data-class=derived.' });
  },
});
