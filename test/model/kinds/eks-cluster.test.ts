import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eksCluster } from '../../../model/kinds/eks-cluster.ts';
import { partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('eks-cluster', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(eksCluster, {
      cloudformation: { Name: 'main', Version: '1.33', RoleArn: 'eks', EncryptionConfig: [{ Provider: { KeyArn: 'alias/eks' }, Resources: ['secrets'] }], ResourcesVpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'], EndpointPublicAccess: false }, Logging: { ClusterLogging: { EnabledTypes: [{ Type: 'audit' }, { Type: 'api' }] } } },
      terraform: { name: 'main', version: '1.33', role_arn: 'eks', encryption_config: [{ provider: [{ key_arn: 'alias/eks' }], resources: ['secrets'] }], vpc_config: [{ subnet_ids: ['subnet-1'], security_group_ids: ['sg-1'], endpoint_public_access: false }], enabled_cluster_log_types: ['api', 'audit'] },
    });
    assert.deepEqual(read, { engineVersion: '1.33', autoMode: false, role: 'eks', kmsKey: 'alias/eks', subnets: ['subnet-1'], securityGroups: ['sg-1'], publicEndpoint: false, logTypes: ['api', 'audit'] });
    sameDescribed(eksCluster, {
      like: read,
      beyond: { addons: ['coredns:v1.12.1', 'vpc-cni'], podIdentities: true, issuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/1' },
      describe: {
        name: 'main', version: '1.33', roleArn: 'eks', encryptionConfig: [{ resources: ['secrets'], provider: { keyArn: 'alias/eks' } }], identity: { oidc: { issuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/1' } },
        resourcesVpcConfig: { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'], clusterSecurityGroupId: 'sg-2', vpcId: 'vpc-1', endpointPublicAccess: false, endpointPrivateAccess: true },
        logging: { clusterLogging: [{ types: ['api', 'audit'], enabled: true }, { types: ['scheduler'], enabled: false }] }, Addons: [{ addonName: 'vpc-cni' }, { addonName: 'coredns', addonVersion: 'v1.12.1' }],
        PodIdentityAssociations: [{ associationId: 'a-1', namespace: 'shop', serviceAccount: 'shop' }],
      },
    });
    assert.deepEqual(referencesOf(eksCluster, { role: read['role'], kmsKey: read['kmsKey'] }), [
      { edge: 'uses-role', to: 'eks', target: 'AWS::IAM::Role' },
      { edge: 'uses-key', to: 'alias/eks', target: 'AWS::KMS::Alias' },
    ]);
  });

  it('reads add-ons and Pod Identity that are declared apart', () => {
    assert.deepEqual(partAttributesOf(eksCluster, 'AWS::EKS::Addon', { ClusterName: 'main', AddonName: 'vpc-cni', AddonVersion: 'v1.19.2-eksbuild.1' }), { addons: ['vpc-cni:v1.19.2-eksbuild.1'] });
    assert.deepEqual(partAttributesOf(eksCluster, 'aws_eks_addon', { cluster_name: 'main', addon_name: 'coredns' }), { addons: ['coredns'] });
    assert.deepEqual(partAttributesOf(eksCluster, 'aws_eks_pod_identity_association', { cluster_name: 'main' }), { podIdentities: true });
  });
});
