import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, setOf, told, union } from '../reading.ts';

const mapping = z.object({
  path: z.string().optional().describe('Base path; empty for the root'),
  api: z.string().optional().describe('API: id or symbol'),
  stage: z.string().optional().describe('Stage'),
});

export const apigatewayDomainName = kind({
  id: 'apigateway-domain-name',
  title: 'API Gateway custom domain name',
  traits: ['edge'],
  names: { cloudformation: 'AWS::ApiGateway::DomainName', terraform: ['aws_api_gateway_domain_name'] },
  arn: 'arn:{partition}:apigateway:{region}::/domainnames/{name}',
  name: { cloudformation: 'DomainName', terraform: 'domain_name' },
  attributes: z.object({
    endpointTypes: z.array(z.string()).describe('EDGE or REGIONAL'),
    certificates: z.array(z.string()).describe('Certificates: ARNs or symbols; that of an edge-optimized name must be in us-east-1'),
    mappings: z.array(mapping).describe('What its paths lead to'),
    truststore: z.string().describe('S3 object with the CAs of client certificates'),
  }),
  read: {
    cloudformation: (from) => ({
      endpointTypes: setOf(from.texts('EndpointConfiguration.Types[]', ['EDGE'])),
      certificates: union(from.texts('CertificateArn', []), from.texts('RegionalCertificateArn', [])),
      truststore: from.text('MutualTlsAuthentication.TruststoreUri'),
    }),
    terraform: (from) => ({
      endpointTypes: setOf(from.texts('endpoint_configuration.types[]', ['EDGE'])),
      certificates: union(from.texts('certificate_arn', []), from.texts('regional_certificate_arn', [])),
      truststore: from.text('mutual_tls_authentication.truststore_uri'),
    }),
    describe: (from) => ({
      endpointTypes: setOf(from.texts('endpointConfiguration.types[]', ['EDGE'])),
      certificates: union(from.texts('certificateArn', []), from.texts('regionalCertificateArn', [])),
      mappings: from.items('BasePathMappings[]')?.map((each) => describedMapping(each)),
      truststore: from.text('mutualTlsAuthentication.truststoreUri'),
    }),
  },
  parts: {
    'AWS::ApiGateway::BasePathMapping': { of: 'DomainName', read: (from) => ({ mappings: [mapped(from, { path: 'BasePath', api: 'RestApiId', stage: 'Stage' })] }) },
    aws_api_gateway_base_path_mapping: {
      of: 'domain_name',
      read: (from) => ({ mappings: [mapped(from, { path: 'base_path', api: 'api_id', stage: 'stage_name' })] }),
      absent: { mappings: [] },
    },
  },
  references: ({ certificates, mappings = [], truststore }) => [
    ...edges('uses-certificate', certificates, 'AWS::CertificateManager::Certificate'),
    ...edges('routes', mappings.map(({ api }) => api), 'AWS::ApiGateway::RestApi'),
    ...edges('reads', bucketOf(truststore), 'AWS::S3::Bucket'),
  ],
});

const mapped = (from: Properties, at: Record<'path' | 'api' | 'stage', string>): z.infer<typeof mapping> =>
  told({ path: from.text(at.path, ''), api: filled(from.text(at.api)), stage: filled(from.text(at.stage)) });

/** The bucket, or its symbol, of s3://bucket/key. */
const bucketOf = (uri: string | undefined): string | undefined => /^s3:\/\/(⟦[^⟧]*⟧|[^/]+)\//.exec(uri ?? '')?.[1];

function describedMapping(from: Properties): z.infer<typeof mapping> {
  const { path, ...others } = mapped(from, { path: 'basePath', api: 'restApiId', stage: 'stage' });
  return told({ path: path === '(none)' ? '' : path, ...others });
}
