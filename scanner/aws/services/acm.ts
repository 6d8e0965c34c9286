import { service } from '../service.ts';

export const acm = service({
  id: 'acm',
  title: 'Certificate Manager',
  sdk: () => import('@aws-sdk/client-acm'),
  client: 'ACMClient',
  rate: 10,
  operations: {
    ListCertificates: { actions: ['acm:ListCertificates'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeCertificate: { actions: ['acm:DescribeCertificate'] },
    ListTagsForCertificate: { actions: ['acm:ListTagsForCertificate'] },
  },
});
