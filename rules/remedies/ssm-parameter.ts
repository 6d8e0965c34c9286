import { expression, type MakeRemedy } from '../remedy.ts';
import { inTarget, label, logicalId, targetProvider } from './words.ts';

/** The same parameter in the target; its value is not known to us, and never put into code. */
export const ssmParameter: MakeRemedy = (parameter, { intent: { target } }) => {
  if (parameter.kind !== 'ssm-parameter') return undefined;
  const { name, attributes: { type = 'String', kmsKey } } = parameter;
  const secure = type === 'SecureString';
  return {
    title: `Write the parameter ${name} in ${target}`,
    ...(secure ? {} : { cloudformation: [{ region: target, parameters: { Value: { Type: 'String', Description: 'Value in the target region' } }, resources: { [logicalId(name)]: { Type: 'AWS::SSM::Parameter', Properties: { Name: name, Type: type, Value: { Ref: 'Value' } } } } }] }),
    terraform: [
      targetProvider(target),
      { type: 'variable', labels: [label(name)], body: { type: expression('string'), sensitive: true } },
      { type: 'resource', labels: ['aws_ssm_parameter', label(name)], body: { provider: inTarget, name, type, value: expression(`var.${label(name)}`) } },
    ],
    cli: [{ region: target, words: ['ssm', 'put-parameter', '--name', name, '--type', type, '--value', 'VALUE'], note: 'Put the value for the target region in place of VALUE' }],
    limits: [
      ...(secure ? ['CloudFormation cannot create a SecureString.'] : []),
      ...(kmsKey === undefined ? [] : ['Name a key of the target: the one of the home region cannot be used there.']),
      'A value that names the home region must be another one there (config-regional-value).',
    ],
  };
};
