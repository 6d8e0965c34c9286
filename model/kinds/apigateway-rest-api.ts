import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import { policyStatementSchema, statementsOf, type PolicyStatement } from '../policy.ts';
import { propertiesOf } from '../properties.ts';
import { filled, firstText, isSet, setOf } from '../reading.ts';

export const apigatewayRestApi = kind({
  id: 'apigateway-rest-api',
  title: 'API Gateway REST API',
  traits: ['edge'],
  names: { cloudformation: 'AWS::ApiGateway::RestApi', also: ['AWS::Serverless::Api'], terraform: ['aws_api_gateway_rest_api'] },
  arn: 'arn:{partition}:apigateway:{region}::/restapis/{id}',
  name: { cloudformation: 'Name', terraform: 'name' },
  hosts: ['{id}.execute-api.{region}.{suffix}'],
  attributes: z.object({
    endpointTypes: z.array(z.string()).describe('EDGE, REGIONAL or PRIVATE'),
    executeApiDisabled: z.boolean().describe('The default execute-api host, which names the region, is switched off'),
    vpcEndpoints: z.array(z.string()).describe('VPC endpoints that a private API is reached by'),
    definitionBucket: z.string().describe('Bucket that its definition is taken from'),
    policy: z.array(policyStatementSchema).describe('Statements of the resource policy'),
  }),
  read: {
    cloudformation: (from, { type }) => ({
      endpointTypes: type === 'AWS::Serverless::Api' ? listOf(firstText(from, 'EndpointConfiguration.Type', 'EndpointConfiguration'), from.has('EndpointConfiguration')) : setOf(from.texts('EndpointConfiguration.Types[]', ['EDGE'])),
      executeApiDisabled: from.flag('DisableExecuteApiEndpoint', false),
      vpcEndpoints: type === 'AWS::Serverless::Api' ? undefined : setOf(from.texts('EndpointConfiguration.VpcEndpointIds[]', [])),
      definitionBucket: type === 'AWS::Serverless::Api' ? from.text('DefinitionUri.Bucket') : from.text('BodyS3Location.Bucket'),
      policy: type === 'AWS::Serverless::Api' ? undefined : from.has('Policy') === false ? [] : statementsOf(from, 'Policy'),
    }),
    terraform: (from) => ({
      endpointTypes: setOf(from.texts('endpoint_configuration.types[]', ['EDGE'])),
      executeApiDisabled: from.flag('disable_execute_api_endpoint', false),
      vpcEndpoints: setOf(from.texts('endpoint_configuration.vpc_endpoint_ids[]', [])),
      policy: filled(from.text('policy')) === undefined ? undefined : statementsOf(from, 'policy'),
    }),
    describe: (from) => ({
      endpointTypes: setOf(from.texts('endpointConfiguration.types[]', ['EDGE'])),
      executeApiDisabled: from.flag('disableExecuteApiEndpoint', false),
      vpcEndpoints: setOf(from.texts('endpointConfiguration.vpcEndpointIds[]', [])),
      policy: isSet(from, 'policy') === false ? [] : describedPolicy(from.text('policy')),
    }),
  },
  parts: {
    aws_api_gateway_rest_api_policy: { of: 'rest_api_id', read: (from) => ({ policy: statementsOf(from, 'policy') }), absent: { policy: [] } },
  },
  references: ({ vpcEndpoints, definitionBucket }) => [
    ...edges('attaches', vpcEndpoints, 'AWS::EC2::VPCEndpoint'),
    ...edges('refers', definitionBucket, 'AWS::S3::Bucket'),
  ],
});

/** SAM takes a plain word too; its default is EDGE, as API Gateway's. */
const listOf = (type: string | undefined, isSet: boolean | undefined): string[] | undefined => (isSet === false ? ['EDGE'] : type === undefined ? undefined : [type]);

/** The API answers with the policy as it stands inside of a JSON text: every quote is escaped. */
const describedPolicy = (policy: string | undefined): PolicyStatement[] | undefined => (policy === undefined ? undefined : statementsOf(propertiesOf({ policy: policy.replaceAll('\\"', '"') }), 'policy'));
