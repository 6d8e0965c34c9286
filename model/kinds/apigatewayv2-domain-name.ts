import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, setOf, told } from '../reading.ts';

const mapping = z.object({
  path: z.string().optional().describe('Path; empty for the root'),
  api: z.string().optional().describe('API: id or symbol'),
  stage: z.string().optional().describe('Stage'),
});

export const apigatewayv2DomainName = kind({
  id: 'apigatewayv2-domain-name',
  title: 'API Gateway custom domain name (version 2)',
  traits: ['edge'],
  names: { cloudformation: 'AWS::ApiGatewayV2::DomainName', terraform: ['aws_apigatewayv2_domain_name'] },
  arn: 'arn:{partition}:apigateway:{region}::/domainnames/{name}',
  name: { cloudformation: 'DomainName', terraform: 'domain_name' },
  attributes: z.object({
    endpointTypes: z.array(z.string()).describe('REGIONAL'),
    certificates: z.array(z.string()).describe('Certificates: ARNs or symbols'),
    mappings: z.array(mapping).describe('What its paths lead to'),
    truststore: z.string().describe('S3 object with the CAs of client certificates'),
  }),
  read: {
    cloudformation: (from) => ({
      endpointTypes: setOf(from.texts('DomainNameConfigurations[].EndpointType', ['REGIONAL'])),
      certificates: setOf(from.texts('DomainNameConfigurations[].CertificateArn', [])),
      truststore: from.text('MutualTlsAuthentication.TruststoreUri'),
    }),
    terraform: (from) => ({
      endpointTypes: setOf(from.texts('domain_name_configuration[].endpoint_type', ['REGIONAL'])),
      certificates: setOf(from.texts('domain_name_configuration[].certificate_arn', [])),
      truststore: from.text('mutual_tls_authentication.truststore_uri'),
    }),
    describe: (from) => ({
      endpointTypes: setOf(from.texts('DomainNameConfigurations[].EndpointType', ['REGIONAL'])),
      certificates: setOf(from.texts('DomainNameConfigurations[].CertificateArn', [])),
      mappings: from.items('ApiMappings[]')?.map((each) => mapped(each, { path: 'ApiMappingKey', api: 'ApiId', stage: 'Stage' })),
      truststore: from.text('MutualTlsAuthentication.TruststoreUri'),
    }),
  },
  parts: {
    'AWS::ApiGatewayV2::ApiMapping': { of: 'DomainName', read: (from) => ({ mappings: [mapped(from, { path: 'ApiMappingKey', api: 'ApiId', stage: 'Stage' })] }) },
    aws_apigatewayv2_api_mapping: {
      of: 'domain_name',
      read: (from) => ({ mappings: [mapped(from, { path: 'api_mapping_key', api: 'api_id', stage: 'stage' })] }),
      absent: { mappings: [] },
    },
  },
  references: ({ certificates, mappings = [], truststore }) => [
    ...edges('uses-certificate', certificates, 'AWS::CertificateManager::Certificate'),
    ...edges('routes', mappings.map(({ api }) => api), 'AWS::ApiGatewayV2::Api'),
    ...edges('reads', /^s3:\/\/(⟦[^⟧]*⟧|[^/]+)\//.exec(truststore ?? '')?.[1], 'AWS::S3::Bucket'),
  ],
});

const mapped = (from: Properties, at: Record<'path' | 'api' | 'stage', string>): z.infer<typeof mapping> =>
  told({ path: from.text(at.path, ''), api: filled(from.text(at.api)), stage: filled(from.text(at.stage)) });
