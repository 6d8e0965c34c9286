import { expression, type MakeRemedy } from '../remedy.ts';
import { variable } from './dns-words.ts';
import { isPhysical, label, logicalId } from './words.ts';

/** The template in the target, with everything regional as a parameter. */
export const launchTemplateCopy: MakeRemedy = (template, { intent: { target } }) => {
  if (template.kind !== 'launch-template') return undefined;
  const { name, attributes: { instanceClasses: [type] = [] } } = template;
  const named = isPhysical(template) ? { LaunchTemplateName: name } : {};
  return {
    title: `Create ${name} in ${target} with ids of that region`,
    cloudformation: [{
      region: target,
      parameters: { ImageId: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Description: 'Parameter that names the image in each region' }, SecurityGroupIds: { Type: 'List<AWS::EC2::SecurityGroup::Id>' } },
      resources: { [logicalId(name)]: { Type: 'AWS::EC2::LaunchTemplate', Properties: { ...named, LaunchTemplateData: { ImageId: { Ref: 'ImageId' }, SecurityGroupIds: { Ref: 'SecurityGroupIds' }, ...(type === undefined ? {} : { InstanceType: type }) } } } },
    }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      variable('image_parameter', 'Parameter that names the image in each region'),
      { type: 'variable', labels: ['security_group_ids'], body: { type: expression('list(string)') } },
      { type: 'data', labels: ['aws_ssm_parameter', 'image'], body: { provider: expression('aws.target'), name: expression('var.image_parameter') } },
      { type: 'resource', labels: ['aws_launch_template', label(name)], body: { provider: expression('aws.target'), ...(isPhysical(template) ? { name } : {}), image_id: expression('data.aws_ssm_parameter.image.value'), ...(type === undefined ? {} : { instance_type: type }), vpc_security_group_ids: expression('var.security_group_ids') } },
    ],
    limits: [
      'User data, volumes, instance profile and tags are not repeated: take them from the present template, with regions read from instance metadata.',
      'No key pair is named: reach instances by Session Manager, or import the key pair in the target first.',
    ],
  };
};
