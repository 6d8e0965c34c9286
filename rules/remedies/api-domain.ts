import { expression, type MakeRemedy } from '../remedy.ts';
import { variable } from './dns-words.ts';
import { label, logicalId } from './words.ts';

/** The custom domain name in the target, with a certificate of that region. */
export const apiDomain: MakeRemedy = (domain, { intent: { target } }) => {
  const { name } = domain;
  if (domain.kind !== 'apigateway-domain-name' && domain.kind !== 'apigatewayv2-domain-name') return undefined;
  const isRest = domain.kind === 'apigateway-domain-name';
  const certificate = { Ref: 'CertificateArn' };
  return {
    title: `Create ${name} in ${target}`,
    cloudformation: [{
      region: target,
      parameters: { CertificateArn: { Type: 'String', Description: `Certificate for ${name} in ${target}` } },
      resources: {
        [logicalId(name)]: isRest
          ? { Type: 'AWS::ApiGateway::DomainName', Properties: { DomainName: name, RegionalCertificateArn: certificate, EndpointConfiguration: { Types: ['REGIONAL'] }, SecurityPolicy: 'TLS_1_2' } }
          : { Type: 'AWS::ApiGatewayV2::DomainName', Properties: { DomainName: name, DomainNameConfigurations: [{ CertificateArn: certificate, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' }] } },
      },
    }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      variable('certificate_arn', 'Certificate in the target region'),
      isRest
        ? { type: 'resource', labels: ['aws_api_gateway_domain_name', label(name)], body: { provider: expression('aws.target'), domain_name: name, regional_certificate_arn: expression('var.certificate_arn'), security_policy: 'TLS_1_2' }, blocks: [{ type: 'endpoint_configuration', body: { types: ['REGIONAL'] } }] }
        : { type: 'resource', labels: ['aws_apigatewayv2_domain_name', label(name)], body: { provider: expression('aws.target'), domain_name: name }, blocks: [{ type: 'domain_name_configuration', body: { certificate_arn: expression('var.certificate_arn'), endpoint_type: 'REGIONAL', security_policy: 'TLS_1_2' } }] },
    ],
    limits: ['Map the API, its stages and base paths as at home, and copy the truststore of mutual TLS to a bucket of the target.', 'Usage plans and API keys are regional: import the keys with the same values.', 'Route 53 alias records of both regions’ domain names then choose between them.'],
  };
};
