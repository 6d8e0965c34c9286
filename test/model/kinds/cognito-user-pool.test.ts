import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cognitoUserPool } from '../../../model/kinds/cognito-user-pool.ts';
import { partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('cognito-user-pool', () => {
  const trigger = 'arn:aws:lambda:eu-west-1:123456789012:function:signup';

  it('reads the same attributes from both', () => {
    const read = sameAttributes(cognitoUserPool, {
      cloudformation: { UserPoolName: 'people', UserPoolTier: 'ESSENTIALS', LambdaConfig: { PreSignUp: trigger, KMSKeyID: 'alias/sender' }, SmsConfiguration: { SnsCallerArn: 'sms', SnsRegion: 'eu-west-1' }, EmailConfiguration: { SourceArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com' }, EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
      terraform: { name: 'people', user_pool_tier: 'ESSENTIALS', lambda_config: [{ pre_sign_up: trigger, post_confirmation: '', kms_key_id: 'alias/sender' }], sms_configuration: [{ sns_caller_arn: 'sms', sns_region: 'eu-west-1', external_id: 'x' }], email_configuration: [{ source_arn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com' }], software_token_mfa_configuration: [{ enabled: true }] },
      ignore: ['keyType', 'issuer', 'replicaRegions'],
    });
    assert.deepEqual(read, { replicaRegions: [], tier: 'ESSENTIALS', keyType: 'AWS_OWNED_KEY', issuer: 'ORIGINAL', triggers: [trigger], triggerKey: 'alias/sender', smsRegion: 'eu-west-1', smsRole: 'sms', emailIdentity: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com', totp: true });
    const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/1';
    sameDescribed(cognitoUserPool, {
      like: { ...read, replicaRegions: ['eu-central-1', 'us-east-1'], keyType: 'CUSTOMER_MANAGED_KEY' },
      beyond: { activeReplicaRegions: ['eu-central-1'], kmsKey: 'arn:aws:kms:eu-west-1:123456789012:key/mrk-1', customDomain: 'auth.example.com', domainCertificate: certificate, failoverRegion: 'eu-central-1', failoverHealthCheck: 'check' },
      describe: {
        Id: 'eu-west-1_1', Name: 'people', UserPoolTier: 'ESSENTIALS', KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/mrk-1' }, LambdaConfig: { PreSignUp: trigger, KMSKeyID: 'alias/sender' },
        SmsConfiguration: { SnsCallerArn: 'sms', SnsRegion: 'eu-west-1' }, EmailConfiguration: { SourceArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com' }, ReplicaRegions: ['us-east-1', 'eu-central-1'],
        UserPoolReplicas: [{ RegionName: 'eu-west-1', Role: 'PRIMARY', Status: 'ACTIVE' }, { RegionName: 'eu-central-1', Role: 'SECONDARY', Status: 'ACTIVE' }, { RegionName: 'us-east-1', Role: 'SECONDARY', Status: 'CREATING' }],
        SoftwareTokenMfaConfiguration: { Enabled: true }, CustomDomain: 'auth.example.com',
        CustomDomainDescription: { Domain: 'auth.example.com', CustomDomainConfig: { CertificateArn: certificate }, Routing: { Failover: { SecondaryRegion: 'eu-central-1', PrimaryRoute53HealthCheckId: 'check' } } },
      },
    });
    assert.deepEqual(referencesOf(cognitoUserPool, read), [
      { edge: 'uses-key', to: 'alias/sender', target: 'AWS::KMS::Alias' },
      { edge: 'triggers', to: trigger, target: 'AWS::Lambda::Function' },
      { edge: 'uses-role', to: 'sms', target: 'AWS::IAM::Role' },
      { edge: 'refers', to: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com', target: 'AWS::SES::EmailIdentity' },
    ]);
  });

  it('reads replicas and domains that are declared apart', () => {
    assert.deepEqual(partAttributesOf(cognitoUserPool, 'AWS::Cognito::UserPoolReplica', { UserPoolId: 'p', RegionName: 'eu-central-1' }), { replicaRegions: ['eu-central-1'] });
    assert.deepEqual(partAttributesOf(cognitoUserPool, 'AWS::Cognito::UserPoolDomain', { UserPoolId: 'p', Domain: 'login.example.com', CustomDomainConfig: { CertificateArn: 'c' }, Routing: { Failover: { SecondaryRegion: 'eu-central-1', PrimaryRoute53HealthCheckId: 'h' } } }), { customDomain: 'login.example.com', domainCertificate: 'c', failoverRegion: 'eu-central-1', failoverHealthCheck: 'h' });
    assert.deepEqual(partAttributesOf(cognitoUserPool, 'aws_cognito_user_pool_domain', { user_pool_id: 'p', domain: 'prefix', certificate_arn: '' }), {});
  });
});
