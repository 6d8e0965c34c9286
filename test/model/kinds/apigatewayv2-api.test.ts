import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { apigatewayv2Api } from '../../../model/kinds/apigatewayv2-api.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('apigatewayv2-api', () => {
  it('reads the same attributes from both', () => {
    const target = 'arn:aws:lambda:eu-west-1:123456789012:function:shop';
    const read = sameAttributes(apigatewayv2Api, { cloudformation: { Name: 'shop', ProtocolType: 'HTTP', Target: target }, terraform: { name: 'shop', protocol_type: 'HTTP', target } });
    assert.deepEqual(read, { protocol: 'HTTP', executeApiDisabled: false, target });
    sameDescribed(apigatewayv2Api, {
      like: read,
      describe: { ApiId: 'a1b2c3', Name: 'shop', ProtocolType: 'HTTP', DisableExecuteApiEndpoint: false, Integrations: [{ IntegrationUri: 'https://example.com' }, { ApiGatewayManaged: true, IntegrationUri: target }] },
    });
    assert.deepEqual(referencesOf(apigatewayv2Api, read), [{ edge: 'triggers', to: target, target: 'AWS::Lambda::Function' }]);
  });

  it('keeps no web hooks, and knows SAM', () => {
    assert.equal('target' in attributesOf(apigatewayv2Api, 'cloudformation', { Target: 'https://hooks.example.com/?token=secret' }), false);
    assert.equal(attributesOf(apigatewayv2Api, 'cloudformation', {}, { type: 'AWS::Serverless::HttpApi' })['protocol'], 'HTTP');
  });
});
