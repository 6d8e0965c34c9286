import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acmCertificate } from '../../../model/kinds/acm-certificate.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('acm-certificate', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(acmCertificate, {
      cloudformation: { DomainName: 'shop.example.com', SubjectAlternativeNames: ['*.shop.example.com'], ValidationMethod: 'DNS', KeyAlgorithm: 'RSA_2048' },
      terraform: { domain_name: 'shop.example.com', subject_alternative_names: ['*.shop.example.com', 'shop.example.com'], validation_method: 'DNS', key_algorithm: 'RSA_2048' },
    });
    assert.deepEqual(read, { domains: ['*.shop.example.com', 'shop.example.com'], validation: 'DNS', imported: false, keyAlgorithm: 'RSA_2048' });
    const user = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1';
    sameDescribed(acmCertificate, {
      like: read,
      beyond: { status: 'ISSUED', usedBy: [user] },
      describe: {
        CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1', DomainName: 'shop.example.com', SubjectAlternativeNames: ['shop.example.com', '*.shop.example.com'], Type: 'AMAZON_ISSUED',
        DomainValidationOptions: [{ DomainName: 'shop.example.com', ValidationMethod: 'DNS' }], KeyAlgorithm: 'RSA-2048', Status: 'ISSUED', InUseBy: [user],
      },
    });
  });

  it('knows imported certificates without keeping them', () => {
    const read = attributesOf(acmCertificate, 'terraform', { certificate_body: 'PEM', private_key: 'not-to-be-kept' });
    assert.deepEqual(read, { imported: true });
  });

  it('is used by what the service says uses it', () => {
    assert.deepEqual(referencesOf(acmCertificate, { usedBy: ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1'] }), [
      { edge: 'uses-certificate', from: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1', to: '⟦itself⟧' },
    ]);
  });
});
