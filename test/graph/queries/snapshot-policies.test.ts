import assert from 'node:assert/strict';
import { it } from 'node:test';
import { copiesOf } from '../../../graph/queries/copies.ts';
import { snapshotPolicies } from '../../../graph/queries/snapshot-policies.ts';
import { viewOfExample } from '../../support/run-example.ts';

const policy = (id: string, rest: string): string => `${id}:
  Type: AWS::DLM::LifecyclePolicy
  Properties: { ${rest} }
`;
const copyTo = (region: string): string => `Schedules: [{ CrossRegionCopyRules: [{ Target: ${region}, Encrypted: false }] }]`;

it('finds the policies that take a volume, by its tags, by those of its server, or all without exception', () => {
  const view = viewOfExample({ home: `Data:
  Type: AWS::EC2::Volume
  Properties: { AvailabilityZone: us-east-1a, Size: 8, Tags: [{ Key: backup, Value: daily }] }
Server:
  Type: AWS::EC2::Instance
  Properties: { ImageId: ami-0123456789abcdef0, Tags: [{ Key: tier, Value: gold }] }
Attached:
  Type: AWS::EC2::VolumeAttachment
  Properties: { InstanceId: !Ref Server, VolumeId: !Ref Data }
${policy('ByTag', `State: ENABLED, PolicyDetails: { ResourceTypes: [VOLUME], TargetTags: [{ Key: backup, Value: daily }], ${copyTo('eu-west-1')} }`)}${policy('ByServer', `State: ENABLED, PolicyDetails: { ResourceTypes: [INSTANCE], TargetTags: [{ Key: tier, Value: gold }], ${copyTo('eu-west-2')} }`)}${policy('Default', 'State: ENABLED, DefaultPolicy: VOLUME, CrossRegionCopyTargets: [{ TargetRegion: eu-west-3 }]')}${policy('WithExceptions', 'State: ENABLED, DefaultPolicy: VOLUME, Exclusions: { ExcludeBootVolumes: true }')}${policy('Off', `State: DISABLED, PolicyDetails: { ResourceTypes: [VOLUME], TargetTags: [{ Key: backup, Value: daily }], ${copyTo('us-west-2')} }`)}${policy('Others', `State: ENABLED, PolicyDetails: { ResourceTypes: [VOLUME], TargetTags: [{ Key: backup, Value: weekly }], ${copyTo('us-west-1')} }`)}` });
  const [volume] = view.ofKind('ebs-volume');
  assert.ok(volume);
  const { servers, policies } = snapshotPolicies(view, volume);
  assert.deepEqual(servers.map(({ name }) => name), ['Server']);
  assert.deepEqual(policies.map(({ name }) => name).sort(), ['ByServer', 'ByTag', 'Default']);
  assert.deepEqual(copiesOf(view, volume).map(({ region, basis }) => `${region} ${basis}`).sort(), ['eu-west-1 backup', 'eu-west-2 backup', 'eu-west-3 backup']);
});
