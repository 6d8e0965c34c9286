import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const stream = (rest = ''): string => yaml`
  Clicks:
    Type: AWS::Kinesis::Stream
    Properties: { Name: clicks, StreamModeDetails: { StreamMode: ON_DEMAND }${rest} }
`;

export const dataKinesisRegional = rule({
  id: 'data-kinesis-regional',
  title: 'Kinesis stream does not exist in the target region',
  on: 'kinesis-stream',
  needs: [],
  severity: severities('M/H/C/C'),
  why: 'Producers and consumers in the target region have nothing to write to or read from. Streams are not replicated: records that nobody has read yet stay in the home region until it is back.',
  fix: 'Declare the stream in the target region with the same mode and shards, let producers write to the stream of their own region, replicate what consumers write (S3, DynamoDB) rather than the stream, and make consumers idempotent, with an application name per region.',
  effect: 'RPO is what nobody has read yet when home is lost, up to the stream’s retention; it is readable again when the region is. RTO grows by creating the stream and starting consumers in the target.',
  remedy: deployTemplate,
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-2.html'],
  examples: {
    gap: [{ home: stream() }],
    ready: [{ name: 'the same template in both regions', home: stream(), target: stream() }],
    exempt: [{ name: 'records can be produced again', home: stream(', Tags: [{ Key: mr:data-class, Value: derived }]') }],
  },

  check: hasCounterpart,
});
