import type { KeyAlgorithm } from '@aws-sdk/client-acm';
import { detail, probe } from '../probe.ts';
import { acm } from '../services/acm.ts';

/** Without them, only RSA certificates of up to 2,048 bits are listed. */
const keyTypes: KeyAlgorithm[] = ['RSA_1024', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1'];

export const acmCertificate = probe({
  kind: 'acm-certificate',
  lists: [[acm, 'ListCertificates']],
  async *list(place) {
    for await (const { CertificateSummaryList = [] } of place.pages(acm, 'ListCertificates', { Includes: { keyTypes }, MaxItems: 1000 })) {
      for (const each of CertificateSummaryList) {
        const { CertificateArn: arn } = each;
        if (arn !== undefined) yield { name: arn.slice(arn.lastIndexOf('/') + 1), arn, document: each };
      }
    }
  },
  details: {
    Certificate: detail(acm, 'DescribeCertificate', {
      input: ({ arn }) => ({ CertificateArn: arn }),
      take: ({ Certificate }) => Certificate,
      base: true,
      answers: ['domains', 'validation', 'imported', 'authority', 'keyAlgorithm', 'status', 'usedBy'],
    }),
    Tags: detail(acm, 'ListTagsForCertificate', { input: ({ arn }) => ({ CertificateArn: arn }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
});
