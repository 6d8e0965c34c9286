import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eksNodegroup } from '../../../model/kinds/eks-nodegroup.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('eks-nodegroup', () => {
  it('reads the same attributes from both, and the cluster that contains it', () => {
    const read = sameAttributes(eksNodegroup, {
      cloudformation: { ClusterName: 'main', ScalingConfig: { MinSize: 2, MaxSize: 10, DesiredSize: 4 }, InstanceTypes: ['m7g.large', 'm6g.large'], AmiType: 'AL2023_ARM_64_STANDARD', NodeRole: 'node', Subnets: ['subnet-1'], LaunchTemplate: { Name: 'node', Version: '1' } },
      terraform: { cluster_name: 'main', scaling_config: [{ min_size: 2, max_size: 10, desired_size: 4 }], instance_types: ['m7g.large', 'm6g.large'], ami_type: 'AL2023_ARM_64_STANDARD', node_role_arn: 'node', subnet_ids: ['subnet-1'], launch_template: [{ name: 'node', version: '1' }] },
    });
    assert.deepEqual(read, { cluster: 'main', minCapacity: 2, maxCapacity: 10, desiredCapacity: 4, instanceClasses: ['m6g.large', 'm7g.large'], amiType: 'AL2023_ARM_64_STANDARD', capacityType: 'ON_DEMAND', launchTemplate: 'node', role: 'node', subnets: ['subnet-1'] });
    sameDescribed(eksNodegroup, {
      like: { ...read, launchTemplate: 'lt-0a1b2c3d4e5f60718' },
      beyond: { engineVersion: '1.33' },
      describe: {
        nodegroupName: 'main', clusterName: 'main', version: '1.33', capacityType: 'ON_DEMAND', scalingConfig: { minSize: 2, maxSize: 10, desiredSize: 4 }, instanceTypes: ['m7g.large', 'm6g.large'],
        amiType: 'AL2023_ARM_64_STANDARD', nodeRole: 'node', subnets: ['subnet-1'], launchTemplate: { name: 'node', version: '1', id: 'lt-0a1b2c3d4e5f60718' },
      },
    });
    assert.deepEqual(referencesOf(eksNodegroup, read), [
      { edge: 'contains', from: 'main', to: '⟦itself⟧', target: 'AWS::EKS::Cluster' },
      { edge: 'refers', to: 'node', target: 'AWS::EC2::LaunchTemplate' },
      { edge: 'uses-role', to: 'node', target: 'AWS::IAM::Role' },
      { edge: 'attaches', to: 'subnet-1', target: 'AWS::EC2::Subnet' },
    ]);
  });
});
