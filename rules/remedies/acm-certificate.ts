import type { MakeRemedy } from '../remedy.ts';
import { inTarget, label, logicalId, targetProvider } from './words.ts';

/** A certificate for the same names in the target, validated by DNS. */
export const acmCertificate: MakeRemedy = (certificate, { intent: { target } }) => {
  if (certificate.kind !== 'acm-certificate') return undefined;
  const { attributes: { domains: [domain, ...others] = [], imported, authority } } = certificate;
  if (domain === undefined || imported === true || authority !== undefined) return undefined;
  return {
    title: `Request a certificate for ${domain} in ${target}`,
    cloudformation: [{ region: target, resources: { [logicalId(domain, 'Certificate')]: { Type: 'AWS::CertificateManager::Certificate', Properties: { DomainName: domain, ...(others.length === 0 ? {} : { SubjectAlternativeNames: others }), ValidationMethod: 'DNS' } } } }],
    terraform: [
      targetProvider(target),
      { type: 'resource', labels: ['aws_acm_certificate', label(domain)], body: { provider: inTarget, domain_name: domain, ...(others.length === 0 ? {} : { subject_alternative_names: others }), validation_method: 'DNS' }, blocks: [{ type: 'lifecycle', body: { create_before_destroy: true } }] },
    ],
    cli: [{ region: target, words: ['acm', 'request-certificate', '--domain-name', domain, '--validation-method', 'DNS', ...(others.length === 0 ? [] : ['--subject-alternative-names', ...others])] }],
    limits: ['It is issued once the validation records are in DNS: leave them there, so that renewals work.'],
  };
};
