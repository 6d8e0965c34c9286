import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { apigatewayRestApi } from '../../../model/kinds/apigateway-rest-api.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('apigateway-rest-api', () => {
  it('reads the same attributes from both', () => {
    const document = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }] };
    const read = sameAttributes(apigatewayRestApi, {
      cloudformation: { Name: 'shop', EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: ['vpce-1'] }, DisableExecuteApiEndpoint: true, Policy: document },
      terraform: { name: 'shop', endpoint_configuration: [{ types: ['PRIVATE'], vpc_endpoint_ids: ['vpce-1'] }], disable_execute_api_endpoint: true, policy: JSON.stringify(document) },
    });
    assert.deepEqual(read, { endpointTypes: ['PRIVATE'], executeApiDisabled: true, vpcEndpoints: ['vpce-1'], policy: [{ effect: 'Allow', actions: ['execute-api:Invoke'], resources: ['*'], principals: ['*'], conditions: [] }] });
    sameDescribed(apigatewayRestApi, {
      like: read,
      describe: {
        id: 'a1b2c3', name: 'shop', endpointConfiguration: { types: ['PRIVATE'], vpcEndpointIds: ['vpce-1'], ipAddressType: 'dualstack' }, disableExecuteApiEndpoint: true, policy: JSON.stringify(document).replaceAll('"', '\\"'),
      },
    });
    assert.deepEqual(referencesOf(apigatewayRestApi, read), [{ edge: 'attaches', to: 'vpce-1', target: 'AWS::EC2::VPCEndpoint' }]);
  });

  it('is edge-optimized unless told otherwise', () => {
    assert.deepEqual(attributesOf(apigatewayRestApi, 'cloudformation', {})['endpointTypes'], ['EDGE']);
    const type = 'AWS::Serverless::Api';
    const sam = (raw: object): unknown => attributesOf(apigatewayRestApi, 'cloudformation', raw as never, { type })['endpointTypes'];
    assert.deepEqual([sam({}), sam({ EndpointConfiguration: 'REGIONAL' }), sam({ EndpointConfiguration: { Type: 'REGIONAL' } }), sam({ EndpointConfiguration: unresolved('parameter') })], [['EDGE'], ['REGIONAL'], ['REGIONAL'], undefined]);
  });
});
