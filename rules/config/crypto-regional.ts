import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { unknown } from '../verdict.ts';

const authority = yaml`
  Devices:
    Type: AWS::ACMPCA::CertificateAuthority
    Properties: { Type: SUBORDINATE, KeyAlgorithm: EC_prime256v1, SigningAlgorithm: SHA256WITHECDSA, Subject: { CommonName: devices } }
`;
const payment = yaml`
  Pin:
    Type: AWS::PaymentCryptography::Key
    Properties: { Exportable: false, KeyAttributes: { KeyAlgorithm: TDES_3KEY, KeyClass: SYMMETRIC_KEY, KeyUsage: TR31_P0_PIN_ENCRYPTION_KEY, KeyModesOfUse: { Encrypt: true, Decrypt: true } } }
`;
const authorities = ['AWS::ACMPCA::CertificateAuthority', 'aws_acmpca_certificate_authority'];
/** What may have a copy in the target that is no resource of ours: a backup, a replica that the service keeps. */
const copied: Readonly<Record<string, string>> = {
  'AWS::PaymentCryptography::Key': 'payment-cryptography:GetKey (ReplicationStatus).',
  'aws_paymentcryptography_key': 'payment-cryptography:GetKey (ReplicationStatus).',
  'AWS::CloudHSM::Cluster': 'cloudhsm:DescribeBackups in the target region.',
  'aws_cloudhsm_v2_cluster': 'cloudhsm:DescribeBackups in the target region.',
};

export const configCryptoRegional = rule({
  id: 'config-crypto-regional',
  title: 'Certificate authority, HSM or payment key is in the home region only',
  on: 'resource',
  types: [...Object.keys(copied), ...authorities],
  severity: severities('M/H/C/C'),
  why: 'Nothing can be issued, signed or decrypted with it in the target region, and what is inside an HSM or a private key cannot be made again.',
  fix: 'Private CA: a subordinate CA in each region under one root, with revocation lists that both reach. CloudHSM: copy backups with CopyBackupToRegion on a schedule, and run a cluster from them in the target region. Payment Cryptography: add replication regions to the key.',
  effect: 'Without a copied backup or replica the keys are lost with the region, and with them what they encrypted (RPO: all of it). Blocks issuing and signing in the target until a new authority or cluster is trusted everywhere, which takes days.',
  remedy: deployTemplate,
  links: [
    'https://docs.aws.amazon.com/privateca/latest/userguide/disaster-recovery-resilience.html',
    'https://docs.aws.amazon.com/cloudhsm/latest/userguide/copy-backup-to-region.html',
    'https://docs.aws.amazon.com/payment-cryptography/latest/userguide/what-is.html',
  ],
  examples: {
    gap: [{ home: authority }],
    ready: [{ name: 'an authority in each region', home: authority, target: authority }],
    unknown: [{ name: 'a payment key that the service may replicate', home: payment }],
  },

  check(resource, context) {
    const ask = Object.hasOwn(copied, resource.resourceType) ? copied[resource.resourceType] : undefined;
    const verdict = hasCounterpart(resource, context);
    if (verdict.state !== 'gap' || ask === undefined) return verdict;
    return unknown(`${resource.name} has no counterpart in ${context.intent.target}; whether the service keeps a copy of it there nobody told us.`, { ask });
  },
});
