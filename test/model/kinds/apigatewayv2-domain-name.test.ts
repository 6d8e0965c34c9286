import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { apigatewayv2DomainName } from '../../../model/kinds/apigatewayv2-domain-name.ts';
import { partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('apigatewayv2-domain-name', () => {
  it('reads the same attributes from both', () => {
    const certificate = 'arn:aws:acm:eu-west-1:123456789012:certificate/1';
    const read = sameAttributes(apigatewayv2DomainName, {
      cloudformation: { DomainName: 'api.example.com', DomainNameConfigurations: [{ EndpointType: 'REGIONAL', CertificateArn: certificate }], MutualTlsAuthentication: { TruststoreUri: 's3://trust/ca.pem' } },
      terraform: { domain_name: 'api.example.com', domain_name_configuration: [{ endpoint_type: 'REGIONAL', certificate_arn: certificate }], mutual_tls_authentication: [{ truststore_uri: 's3://trust/ca.pem' }] },
    });
    assert.deepEqual(read, { endpointTypes: ['REGIONAL'], certificates: [certificate], truststore: 's3://trust/ca.pem' });
    sameDescribed(apigatewayv2DomainName, {
      like: read,
      beyond: { mappings: [{ path: '', api: 'a1b2c3', stage: '$default' }] },
      describe: {
        DomainName: 'api.example.com', DomainNameConfigurations: [{ EndpointType: 'REGIONAL', CertificateArn: certificate, ApiGatewayDomainName: 'd-1.execute-api.eu-west-1.amazonaws.com' }],
        MutualTlsAuthentication: { TruststoreUri: 's3://trust/ca.pem' }, ApiMappings: [{ ApiId: 'a1b2c3', ApiMappingId: '1', Stage: '$default' }],
      },
    });
  });

  it('reads mappings that are declared apart, and routes to their APIs', () => {
    const mappings = [{ path: 'shop', api: 'a1', stage: 'prod' }];
    assert.deepEqual(partAttributesOf(apigatewayv2DomainName, 'AWS::ApiGatewayV2::ApiMapping', { DomainName: 'api.example.com', ApiMappingKey: 'shop', ApiId: 'a1', Stage: 'prod' }), { mappings });
    assert.deepEqual(partAttributesOf(apigatewayv2DomainName, 'aws_apigatewayv2_api_mapping', { domain_name: 'api.example.com', api_mapping_key: 'shop', api_id: 'a1', stage: 'prod' }), { mappings });
    assert.deepEqual(referencesOf(apigatewayv2DomainName, { mappings, truststore: 's3://trust/ca.pem' }), [
      { edge: 'routes', to: 'a1', target: 'AWS::ApiGatewayV2::Api' },
      { edge: 'reads', to: 'trust', target: 'AWS::S3::Bucket' },
    ]);
  });
});
