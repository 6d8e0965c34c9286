import { rule } from '../rule.ts';
import { judgeBinding } from '../support/code-binding.ts';
import { claimed } from '../support/code-check.ts';
import { codeOptions } from '../support/code-options.ts';
import { quoted, subjectName } from '../support/code-words.ts';
import { severities } from '../support/severities.ts';

export const codeAmiLiteral = rule({
  id: 'code-ami-literal',
  title: 'Machine image is named by an id of one region',
  on: 'code',
  severity: severities('M/H/H/H'),
  why: 'An AMI has another id in every region, so that launching with this one fails there.',
  fix: 'Name images by a public or own parameter of Systems Manager, look them up by name and owner, or keep a map that the target is in; copy own images to the target.',
  effect: 'No effect on RPO. Launching fails in the target until the id is replaced: RTO grows by finding an equal image there and a release.',
  links: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html', 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/CopyingAMIs.html'],
  options: codeOptions,
  examples: {
    gap: [{
      ts: `const image = { imageId: 'ami-0a1b9c3d8e7f24605', instanceType: 'm7g.large' };`,
      py: `ec2.run_instances(ImageId="ami-0a1b9c3d8e7f24605", MinCount=1, MaxCount=1)`,
      hcl: `resource "aws_instance" "web" {\n  ami = "ami-0a1b9c3d8e7f24605"\n}`,
      sh: `aws ec2 run-instances --image-id ami-0a1b9c3d8e7f24605`,
    }],
    ready: [{ name: 'a map that has the target', ts: `const images = { 'us-east-1': 'ami-0a1b9c3d8e7f24605', 'eu-west-1': 'ami-0fedcba9876543210' };` }],
  },

  check: claimed('code-ami-literal', (occurrence, context) => judgeBinding(occurrence, context, (where) => {
    const name = subjectName(occurrence);
    return {
      message: `${name === undefined ? quoted(occurrence.text) : `${name} is ${quoted(occurrence.text)},`}${name === undefined ? ' is' : ''} an image of one region: nothing can be launched from it in ${where}.`,
      fix: fixOf(occurrence.language),
    };
  })),
});

function fixOf(language: string): string {
  if (language === 'terraform') return 'Use `data.aws_ssm_parameter` or `data.aws_ami` with name and owner.';
  if (/^(?:yaml|json|cloudformation)$/.test(language)) return 'In a template take a parameter of type `AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>`.';
  return 'Read the id from Systems Manager in the region, or look it up by name and owner; in CDK `MachineImage.latestAmazonLinux2023()`, `MachineImage.fromSsmParameter()` or `MachineImage.lookup()`.';
}
