import { peers } from '../../graph/queries/peer.ts';
import type { Resource } from '../../model/resource.ts';
import { launchTemplateCopy } from '../remedies/launch-template-copy.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { judgeTies, ties, type Tie } from '../support/ties.ts';
import { yaml } from '../support/yaml.ts';
import { unknown } from '../verdict.ts';

const template = (data: string): string => yaml`
  Servers:
    Type: AWS::EC2::LaunchTemplate
    Properties: { LaunchTemplateName: web, LaunchTemplateData: { InstanceType: m7g.large, ${data} } }
`;
const key = yaml`
  Key:
    Type: AWS::EC2::KeyPair
    Properties: { KeyName: ops }
`;
const groups = (id: string): string => `SecurityGroupIds: [${id}]`;

export const computeLaunchTemplateRegional = rule({
  id: 'compute-launch-template-regional',
  title: 'Launch template names things that only the home region has',
  on: 'launch-template',
  needs: [],
  severity: severities('L/H/H/H'),
  why: 'Security groups, subnets, key pairs, hosts, reservations and licenses are regional: instances with this template do not start in the target region.',
  fix: 'Make the template’s ids parameters or references to what the same stack declares, leave zones to the Auto Scaling group, derive regions in user data from instance metadata, and reach instances by Session Manager or import the key pair in both regions.',
  effect: 'No effect on RPO. Instances do not launch in the target: RTO grows by a new version of the template with ids of the target, and by creating what they name.',
  remedy: launchTemplateCopy,
  links: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-launch-templates.html', 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html'],
  examples: {
    gap: [
      { name: 'the same security group in both regions', home: template(groups('sg-0123456789abcdef0')), target: template(groups('sg-0123456789abcdef0')) },
      { name: 'a zone of the home region', home: template('Placement: { AvailabilityZone: us-east-1a }'), target: template('Placement: { AvailabilityZone: us-east-1a }') },
      { name: 'user data that names the home region', home: template("UserData: 'aws s3 cp --region us-east-1 s3://x/y .'"), target: template("UserData: 'aws s3 cp --region us-east-1 s3://x/y .'") },
    ],
    ready: [
      { home: template(groups('sg-0123456789abcdef0')), target: template(groups('sg-0fedcba9876543210')) },
      { name: 'nothing regional', home: template('EbsOptimized: true') },
      { name: 'the stack has a key pair of its own', home: `${template('KeyName: !Ref Key')}\n${key}`, target: `${template('KeyName: !Ref Key')}\n${key}` },
    ],
    unknown: [
      { name: 'nothing says what the target names', home: template(groups('sg-0123456789abcdef0')) },
      { name: 'a key pair that nobody declared', home: template('KeyName: ops'), target: template('KeyName: ops') },
    ],
  },

  /** The image is artifact-ami-missing's business, the keys of its volumes are config-kms-target-key-missing's. */
  check(template, context) {
    const verdict = judgeTies(template, tiesOf, context);
    if (verdict.state !== 'ready') return verdict;
    const peer = peers(context.graph, template, context.intent.target)[0]?.resource;
    const keyPair = peer?.kind === 'launch-template' ? peer.attributes.keyPair : undefined;
    if (peer === undefined || keyPair === undefined || keyPair !== template.attributes.keyPair) return verdict;
    return unknown(`${peer.name} in ${context.intent.target} starts instances with the key pair ${keyPair}; key pairs are regional, and whether ${context.intent.target} has one of that name nobody told us.`, { ask: 'ec2:DescribeKeyPairs in the target region, or the key pair in a template.' });
  },
});

function tiesOf(resource: Resource): Tie[] {
  if (resource.kind !== 'launch-template') return [];
  const { securityGroups, subnets, availabilityZone, dedicatedHost, capacityReservation, licenses, regionsInUserData } = resource.attributes;
  return [
    ...ties('security group', securityGroups),
    ...ties('subnet', subnets),
    ...ties('Availability Zone', availabilityZone),
    ...ties('host', dedicatedHost),
    ...ties('capacity reservation', capacityReservation),
    ...ties('license configuration', licenses),
    ...ties('region', regionsInUserData),
  ];
}
