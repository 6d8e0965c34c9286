import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys, usesRoles } from '../linking.ts';
import { filled, isSet, setOf, union } from '../reading.ts';

const templateTriggers = [
  'CreateAuthChallenge', 'CustomMessage', 'DefineAuthChallenge', 'PostAuthentication', 'PostConfirmation', 'PreAuthentication', 'PreSignUp', 'PreTokenGeneration', 'UserMigration',
  'VerifyAuthChallengeResponse', 'CustomSMSSender.LambdaArn', 'CustomEmailSender.LambdaArn', 'PreTokenGenerationConfig.LambdaArn', 'InboundFederation.LambdaArn',
];
const terraformTriggers = [
  'create_auth_challenge', 'custom_message', 'define_auth_challenge', 'post_authentication', 'post_confirmation', 'pre_authentication', 'pre_sign_up', 'pre_token_generation', 'user_migration',
  'verify_auth_challenge_response', 'custom_sms_sender.lambda_arn', 'custom_email_sender.lambda_arn', 'pre_token_generation_config.lambda_arn',
];

export const cognitoUserPool = kind({
  id: 'cognito-user-pool',
  title: 'Cognito user pool',
  traits: ['identity', 'data-store'],
  names: { cloudformation: 'AWS::Cognito::UserPool', terraform: ['aws_cognito_user_pool'] },
  arn: 'arn:{partition}:cognito-idp:{region}:{account}:userpool/{id}',
  name: { cloudformation: 'UserPoolName', terraform: 'name' },
  attributes: z.object({
    replicaRegions: z.array(z.string()).describe('Regions that hold a replica of the pool'),
    activeReplicaRegions: z.array(z.string()).describe('Regions whose replica is active'),
    tier: z.string().describe('LITE, ESSENTIALS or PLUS; LITE cannot be replicated'),
    keyType: z.string().describe('AWS_OWNED_KEY or CUSTOMER_MANAGED_KEY; replication needs the latter'),
    kmsKey: z.string().describe('Customer managed key, which replication needs to be multi-Region'),
    issuer: z.string().describe('ORIGINAL or UPDATED; tokens of the updated issuer hold in both regions'),
    triggers: z.array(z.string()).describe('Functions that it invokes: ARNs or symbols'),
    triggerKey: z.string().describe('Key that codes and passwords for sender functions are encrypted with'),
    smsRegion: z.string().describe('Region that text messages are sent from'),
    smsRole: z.string().describe('Role that text messages are sent with'),
    emailIdentity: z.string().describe('SES identity that mail is sent from: ARN or symbol'),
    totp: z.boolean().describe('Users may have TOTP tokens, which a replica does not accept'),
    customDomain: z.string().describe('Custom domain'),
    domainCertificate: z.string().describe('Certificate of the custom domain, which must be in us-east-1'),
    failoverRegion: z.string().describe('Region that the custom domain fails over to'),
    failoverHealthCheck: z.string().describe('Health check that decides the failover of the custom domain'),
  }),
  read: {
    cloudformation: (from) => ({
      replicaRegions: [],
      tier: from.text('UserPoolTier'),
      keyType: from.text('KeyConfiguration.KeyType', 'AWS_OWNED_KEY'),
      kmsKey: filled(from.text('KeyConfiguration.KmsKeyArn')),
      issuer: from.text('IssuerConfiguration.Type', 'ORIGINAL'),
      triggers: union(...templateTriggers.map((name) => from.texts(`LambdaConfig.${name}`, []))),
      triggerKey: filled(from.text('LambdaConfig.KMSKeyID')),
      smsRegion: filled(from.text('SmsConfiguration.SnsRegion')),
      smsRole: filled(from.text('SmsConfiguration.SnsCallerArn')),
      emailIdentity: filled(from.text('EmailConfiguration.SourceArn')),
      totp: from.texts('EnabledMfas[]', [])?.includes('SOFTWARE_TOKEN_MFA'),
    }),
    terraform: (from) => ({
      tier: filled(from.text('user_pool_tier')),
      triggers: union(...terraformTriggers.map((name) => from.texts(`lambda_config.${name}`, []))),
      triggerKey: filled(from.text('lambda_config.kms_key_id')),
      smsRegion: filled(from.text('sms_configuration.sns_region')),
      smsRole: filled(from.text('sms_configuration.sns_caller_arn')),
      emailIdentity: filled(from.text('email_configuration.source_arn')),
      totp: from.flag('software_token_mfa_configuration.enabled', false),
    }),
    describe: (from, { region }) => ({
      replicaRegions: setOf(from.texts('ReplicaRegions[]', []))?.filter((each) => each !== region),
      activeReplicaRegions: from.has('ReplicaRegions') === false ? [] : setOf(from.items('UserPoolReplicas[]')?.flatMap((each) => (each.text('Status') === 'ACTIVE' ? (each.text('RegionName') ?? []) : [])))?.filter((each) => each !== region),
      tier: from.text('UserPoolTier'),
      keyType: from.text('KeyConfiguration.KeyType', 'AWS_OWNED_KEY'),
      kmsKey: filled(from.text('KeyConfiguration.KmsKeyArn')),
      issuer: from.text('IssuerConfiguration.Type', 'ORIGINAL'),
      triggers: union(...templateTriggers.map((name) => from.texts(`LambdaConfig.${name}`, []))),
      triggerKey: filled(from.text('LambdaConfig.KMSKeyID')),
      smsRegion: filled(from.text('SmsConfiguration.SnsRegion')),
      smsRole: filled(from.text('SmsConfiguration.SnsCallerArn')),
      emailIdentity: filled(from.text('EmailConfiguration.SourceArn')),
      totp: from.flag('SoftwareTokenMfaConfiguration.Enabled', false),
      customDomain: filled(from.text('CustomDomain')),
      domainCertificate: from.text('CustomDomainDescription.CustomDomainConfig.CertificateArn'),
      failoverRegion: from.text('CustomDomainDescription.Routing.Failover.SecondaryRegion'),
      failoverHealthCheck: from.text('CustomDomainDescription.Routing.Failover.PrimaryRoute53HealthCheckId'),
    }),
  },
  parts: {
    'AWS::Cognito::UserPoolReplica': { of: 'UserPoolId', read: (from) => ({ replicaRegions: from.texts('RegionName') }) },
    'AWS::Cognito::UserPoolDomain': {
      of: 'UserPoolId',
      read: (from) => ({
        customDomain: isSet(from, 'CustomDomainConfig.CertificateArn') === true ? from.text('Domain') : undefined,
        domainCertificate: from.text('CustomDomainConfig.CertificateArn'),
        failoverRegion: from.text('Routing.Failover.SecondaryRegion'),
        failoverHealthCheck: from.text('Routing.Failover.PrimaryRoute53HealthCheckId'),
      }),
    },
    aws_cognito_user_pool_domain: {
      of: 'user_pool_id',
      read: (from) => ({
        customDomain: isSet(from, 'certificate_arn') === true ? from.text('domain') : undefined,
        domainCertificate: filled(from.text('certificate_arn')),
      }),
    },
  },
  references: ({ kmsKey, triggerKey, triggers, smsRole, emailIdentity, domainCertificate, failoverHealthCheck }) => [
    ...usesKeys(kmsKey, triggerKey),
    ...edges('triggers', triggers, 'AWS::Lambda::Function'),
    ...usesRoles(smsRole),
    ...edges('refers', emailIdentity, 'AWS::SES::EmailIdentity'),
    ...edges('uses-certificate', domainCertificate, 'AWS::CertificateManager::Certificate'),
    ...edges('refers', failoverHealthCheck, 'AWS::Route53::HealthCheck'),
  ],
});
