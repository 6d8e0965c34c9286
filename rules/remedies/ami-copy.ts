import type { MakeRemedy } from '../remedy.ts';
import { imageOrigin } from '../support/images.ts';
import { homeOf, inTarget, label, targetProvider } from './words.ts';

/** A copy of the AMI in the target, and a parameter that names it. CloudFormation has no type for it. */
export const amiCopy: MakeRemedy = (resource, { intent: { home, target }, graph }) => {
  const origin = imageOrigin(graph, resource);
  if (origin.form !== 'id') return undefined;
  const from = homeOf(resource, home);
  const [image, tf, parameter] = [origin.id, label(resource.name), `/images/${label(resource.name)}`];
  return {
    title: `Copy ${image} to ${target}`,
    terraform: [
      targetProvider(target),
      { type: 'resource', labels: ['aws_ami_copy', tf], body: { provider: inTarget, name: `${tf}-${image}`, source_ami_id: image, source_ami_region: from } },
      { type: 'resource', labels: ['aws_ssm_parameter', tf], body: { provider: inTarget, name: parameter, type: 'String', data_type: 'aws:ec2:image', value: { $expression: `aws_ami_copy.${tf}.id` } } },
    ],
    cli: [
      { region: target, words: ['ec2', 'copy-image', '--source-image-id', image, '--source-region', from, '--name', `${tf}-${image}`], note: 'Answers the id of the copy: put it in place of IMAGE_ID' },
      { region: target, words: ['ssm', 'put-parameter', '--name', parameter, '--type', 'String', '--data-type', 'aws:ec2:image', '--value', 'IMAGE_ID'] },
    ],
    limits: ['Launch permissions are not copied; an encrypted image needs a key of the target.', 'Refer to the image by the parameter in every region, and let the image pipeline distribute the next ones.'],
  };
};
