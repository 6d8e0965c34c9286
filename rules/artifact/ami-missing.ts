import { peers } from '../../graph/queries/peer.ts';
import { amiCopy } from '../remedies/ami-copy.ts';
import { rule } from '../rule.ts';
import { imageOrigin } from '../support/images.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const template = (image: string): string => yaml`
  Servers:
    Type: AWS::EC2::LaunchTemplate
    Properties: { LaunchTemplateData: { ImageId: '${image}' } }
`;

export const artifactAmiMissing = rule({
  id: 'artifact-ami-missing',
  title: 'AMI has no copy in the target region',
  on: ['launch-template', 'ec2-instance'],
  needs: [],
  severity: severities('H/H/C/C'),
  why: 'AMI ids are regional: instances with this image cannot be started in the target region, and copying an image can take hours.',
  fix: 'Distribute the image to the target region with Image Builder, or copy it from there (launch permissions and the tags of others are not copied; an encrypted one needs a key of that region), and refer to it by an SSM parameter of data type aws:ec2:image.',
  effect: 'No effect on RPO. RTO grows by the time of copying the image, which begins only when the home region answers again: until then no instance with it starts in the target.',
  remedy: amiCopy,
  links: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/CopyingAMIs.html'],
  examples: {
    gap: [{ name: 'the same id in both regions', home: template('ami-0123456789abcdef0'), target: template('ami-0123456789abcdef0') }],
    ready: [
      { name: 'an image of each region', home: template('ami-0123456789abcdef0'), target: template('ami-0fedcba9876543210') },
      { name: 'a public parameter exists in every region', home: template('resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64') },
      { name: 'a public parameter, read at deployment', home: template('{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}') },
    ],
    unknown: [{ name: 'no template says what the target region starts', home: template('ami-0123456789abcdef0') }],
  },

  check(resource, { intent: { target }, graph }) {
    const { name } = resource;
    if (resource.kind === 'ec2-instance' && resource.attributes.image === undefined && resource.attributes.launchTemplate !== undefined) return undefined;
    const origin = imageOrigin(graph, resource);
    const peer = peers(graph, resource, target)[0]?.resource;
    const there = peer === undefined ? undefined : imageOrigin(graph, peer);
    if (origin.form === 'parameter') {
      if (origin.name.startsWith('/aws/service/')) return ready('Its image is named by a public parameter, which every region has.');
      return there?.form === 'untold' || there === undefined ? unknown(`The image of ${name} is read from ${origin.name}; which image ${target} has under that name nobody told us.`, { ask }) : ready();
    }
    if (origin.form === 'untold') return unknown(`Nobody told us which image ${name} starts.`, { ask });
    if (there === undefined || there.form === 'untold') return unknown(`${name} starts ${origin.id}; whether ${target} has a copy of it nobody told us.`, { ask });
    if (there.form === 'id' && there.id === origin.id) return gap(`${name} starts ${origin.id} in ${target} too, where that id means nothing.`);
    return ready();
  },
});

const ask = 'ec2:DescribeImages in the target region (SourceImageId), or the template that is deployed there.';
