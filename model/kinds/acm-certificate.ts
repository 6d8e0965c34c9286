import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, inbound } from '../linking.ts';
import { filled, is, isSet, setOf, some, union } from '../reading.ts';

export const acmCertificate = kind({
  id: 'acm-certificate',
  title: 'ACM certificate',
  traits: ['config'],
  names: { cloudformation: 'AWS::CertificateManager::Certificate', config: 'AWS::ACM::Certificate', terraform: ['aws_acm_certificate'] },
  arn: 'arn:{partition}:acm:{region}:{account}:certificate/{id}',
  name: {},
  attributes: z.object({
    domains: z.array(z.string()).describe('Domain names that it covers, the main one included'),
    validation: z.string().describe('DNS or EMAIL'),
    imported: z.boolean().describe('It was issued elsewhere and imported'),
    authority: z.string().describe('Private CA that issues it: ARN or symbol'),
    keyAlgorithm: z.string().describe('Key algorithm: RSA_2048, EC_prime256v1 …'),
    status: z.string().describe('ISSUED, PENDING_VALIDATION, EXPIRED …'),
    usedBy: z.array(z.string()).describe('Resources that the service says use it: ARNs'),
  }),
  read: {
    cloudformation: (from) => ({
      domains: union(from.texts('DomainName'), from.texts('SubjectAlternativeNames[]', [])),
      validation: isSet(from, 'CertificateAuthorityArn') === false ? from.text('ValidationMethod', 'EMAIL') : from.text('ValidationMethod'),
      imported: false,
      authority: filled(from.text('CertificateAuthorityArn')),
      keyAlgorithm: from.text('KeyAlgorithm', 'RSA_2048'),
    }),
    terraform: (from) => ({
      domains: isSet(from, 'domain_name') === true ? union(from.texts('domain_name'), from.texts('subject_alternative_names[]', [])) : undefined,
      validation: filled(from.text('validation_method')),
      imported: some([isSet(from, 'certificate_body'), from.text('type') === 'IMPORTED']),
      authority: filled(from.text('certificate_authority_arn')),
      keyAlgorithm: filled(from.text('key_algorithm')),
      status: filled(from.text('status')),
    }),
    describe: (from) => ({
      domains: union(from.texts('DomainName'), from.texts('SubjectAlternativeNames[]', [])),
      validation: from.text('DomainValidationOptions.ValidationMethod'),
      imported: is(from.text('Type'), 'IMPORTED'),
      authority: filled(from.text('CertificateAuthorityArn')),
      keyAlgorithm: from.text('KeyAlgorithm')?.replace('-', '_'),
      status: from.text('Status'),
      usedBy: setOf(from.texts('InUseBy[]', [])),
    }),
  },
  parts: {
    // Stands for the certificate once it is valid: what waits for the one uses the other.
    aws_acm_certificate_validation: { of: 'certificate_arn', read: () => ({}) },
  },
  references: ({ authority, usedBy }) => [
    ...edges('uses-certificate', authority, 'AWS::ACMPCA::CertificateAuthority'),
    ...(usedBy ?? []).flatMap((user) => inbound('uses-certificate', user)),
  ],
});
