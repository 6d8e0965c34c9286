import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { apigatewayDomainName } from '../../../model/kinds/apigateway-domain-name.ts';
import { partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('apigateway-domain-name', () => {
  it('reads the same attributes from both', () => {
    const certificate = 'arn:aws:acm:eu-west-1:123456789012:certificate/1';
    const read = sameAttributes(apigatewayDomainName, {
      cloudformation: { DomainName: 'api.example.com', EndpointConfiguration: { Types: ['REGIONAL'] }, RegionalCertificateArn: certificate, MutualTlsAuthentication: { TruststoreUri: 's3://trust/ca.pem' } },
      terraform: { domain_name: 'api.example.com', endpoint_configuration: [{ types: ['REGIONAL'] }], regional_certificate_arn: certificate, certificate_arn: '', mutual_tls_authentication: [{ truststore_uri: 's3://trust/ca.pem' }] },
    });
    assert.deepEqual(read, { endpointTypes: ['REGIONAL'], certificates: [certificate], truststore: 's3://trust/ca.pem' });
    sameDescribed(apigatewayDomainName, {
      like: { ...read, endpointTypes: ['EDGE'] },
      beyond: { mappings: [{ path: '', api: 'a1b2c3', stage: 'prod' }, { path: 'v2', api: 'd4e5f6', stage: 'prod' }] },
      describe: {
        domainName: 'api.example.com', endpointConfiguration: { types: ['EDGE'] }, certificateArn: certificate, mutualTlsAuthentication: { truststoreUri: 's3://trust/ca.pem', truststoreVersion: '1' },
        BasePathMappings: [{ basePath: '(none)', restApiId: 'a1b2c3', stage: 'prod' }, { basePath: 'v2', restApiId: 'd4e5f6', stage: 'prod' }],
      },
    });
  });

  it('reads mappings that are declared apart, and routes to their APIs', () => {
    const mappings = [{ path: 'shop', api: 'a1', stage: 'prod' }];
    assert.deepEqual(partAttributesOf(apigatewayDomainName, 'AWS::ApiGateway::BasePathMapping', { DomainName: 'api.example.com', BasePath: 'shop', RestApiId: 'a1', Stage: 'prod' }), { mappings });
    assert.deepEqual(partAttributesOf(apigatewayDomainName, 'aws_api_gateway_base_path_mapping', { domain_name: 'api.example.com', base_path: 'shop', api_id: 'a1', stage_name: 'prod' }), { mappings });
    assert.deepEqual(referencesOf(apigatewayDomainName, { mappings, truststore: 's3://trust/ca.pem' }), [
      { edge: 'routes', to: 'a1', target: 'AWS::ApiGateway::RestApi' },
      { edge: 'reads', to: 'trust', target: 'AWS::S3::Bucket' },
    ]);
  });
});
