import { peers } from '../../graph/queries/peer.ts';
import type { Json } from '../../model/json.ts';
import { expression, type HclValue, type MakeRemedy } from '../remedy.ts';
import { parameter, variable } from './dns-words.ts';
import { homeOf, isPhysical, label, logicalId } from './words.ts';

const nothing = { Ref: 'AWS::NoValue' };
const groupIds = { Type: 'List<AWS::EC2::SecurityGroup::Id>' };

/** The counterpart in the target with ids of that region in place of the home region's. */
export const launchTemplateCopy: MakeRemedy = (template, { intent: { home, target }, graph }) => {
  const peer = template.kind === 'launch-template' ? peers(graph, template, target)[0]?.resource : undefined;
  if (peer?.kind !== 'launch-template') return undefined;
  const { name, attributes: { securityGroups = [], availabilityZone, regionsInUserData = [], dedicatedHost, capacityReservation, licenses = [], instanceClasses: [type] = [] } } = peer;
  const groups = securityGroups.length > 0;
  const data = regionsInUserData.includes(homeOf(template, home));
  const changes: Readonly<Record<string, Json>> = {
    ...(groups ? { SecurityGroupIds: { Ref: 'SecurityGroupIds' } } : {}),
    ...(availabilityZone === undefined && dedicatedHost === undefined ? {} : { Placement: nothing }),
    ...(capacityReservation === undefined ? {} : { CapacityReservationSpecification: nothing }),
    ...(licenses.length === 0 ? {} : { LicenseSpecifications: nothing }),
    ...(data ? { UserData: { 'Fn::Base64': { Ref: 'UserData' } } } : {}),
  };
  if (Object.keys(changes).length === 0) return undefined;
  const body: Readonly<Record<string, HclValue>> = {
    provider: expression('aws.target'), ...(isPhysical(peer) ? { name } : {}), image_id: expression('data.aws_ssm_parameter.image.value'), ...(type === undefined ? {} : { instance_type: type }),
    ...(groups ? { vpc_security_group_ids: expression('var.security_group_ids') } : {}), ...(data ? { user_data: expression('base64encode(var.user_data)') } : {}),
  };
  return {
    title: `Let ${name} in ${target} name what that region has`,
    cloudformation: [{
      region: target,
      merge: true, note: `merge these properties into the launch template ${name}`,
      parameters: { ...(groups ? { SecurityGroupIds: groupIds } : {}), ...(data ? { UserData: parameter('User data that asks instance metadata for the region') } : {}) },
      resources: { [logicalId(name)]: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: changes } } },
    }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      variable('image_parameter', 'Parameter that names the image in each region'),
      ...(groups ? [{ type: 'variable', labels: ['security_group_ids'], body: { type: expression('list(string)') } }] : []),
      ...(data ? [variable('user_data', 'User data that asks instance metadata for the region')] : []),
      { type: 'data', labels: ['aws_ssm_parameter', 'image'], body: { provider: expression('aws.target'), name: expression('var.image_parameter') } },
      { type: 'resource', labels: ['aws_launch_template', label(name)], body },
    ],
    limits: [
      'Zones, hosts, reservations and licenses of the home region are left out: Auto Scaling groups choose zones, and the target gets reservations and licenses of its own.',
      'Terraform: in place of the resource that declares it now; volumes, instance profile and tags are not repeated.',
    ],
  };
};
