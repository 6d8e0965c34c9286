import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isMap, properties } from '../../../../model/properties.ts';
import { blindSpotsIn, one, read, scopeOf, targetsOf, typesIn, type Setting } from './support.ts';

const transform = 'Transform: AWS::Serverless-2016-10-31\n';
const types = (text: string, setting?: Setting): string[] => typesIn(read(transform + text, setting));

/** Evaluated properties of a resource after the transform. */
function made(text: string, logicalId: string, setting?: Setting): ReturnType<typeof properties> {
  const scope = scopeOf(transform + text, setting);
  const value = scope.evaluate(scope.resources().get(logicalId)?.body['Properties'] ?? null);
  return properties(isMap(value) ? value : {});
}

const fn = (body: string): string => `Resources:\n  Orders: {Type: AWS::DynamoDB::Table}\n  Queue: {Type: AWS::SQS::Queue}\n  F:\n    Type: AWS::Serverless::Function\n    Properties: ${body}\n`;
const f = '⟦cloudformation:shop/eu-west-1/F⟧';
const fArn = '⟦cloudformation:shop/eu-west-1/F#Arn⟧';

describe('functions', () => {
  test('become Lambda functions with a role of their own', () => {
    const text = fn('{Runtime: nodejs22.x, CodeUri: s3://code/f.zip, Tracing: Active, DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Queue.Arn}, Tags: {app: shop}}');
    assert.deepEqual(types(text).slice(2), ['F AWS::Lambda::Function', 'FRole AWS::IAM::Role']);
    const made1 = made(text, 'F');
    assert.deepEqual([made1.text('Code.S3Bucket'), made1.text('Role'), made1.text('TracingConfig.Mode'), made1.text('DeadLetterConfig.TargetArn')],
      ['code', '⟦cloudformation:shop/eu-west-1/FRole#Arn⟧', 'Active', '⟦cloudformation:shop/eu-west-1/Queue#Arn⟧']);
    assert.deepEqual(one(read(transform + text), 'F').tags, { app: 'shop' });
    assert.deepEqual(types(fn('{Role: arn:aws:iam::123456789012:role/r}')).slice(2), ['F AWS::Lambda::Function']);
  });

  test('Globals: maps merge, lists join, single values give way', () => {
    const text = `Globals: {Function: {Runtime: nodejs22.x, Timeout: 3, Layers: [a], Environment: {Variables: {A: "1", B: "1"}}}}\n${fn('{Timeout: 9, Layers: [b], Environment: {Variables: {B: "2"}}}')}`;
    assert.deepEqual([made(text, 'F').text('Runtime'), made(text, 'F').count('Timeout'), made(text, 'F').texts('Layers[]'), made(text, 'F').json('Environment.Variables')], ['nodejs22.x', 9, ['a', 'b'], { A: '1', B: '2' }]);
  });

  test('code that is uploaded at deployment is not told', () => {
    assert.equal(made(fn('{CodeUri: ./src}'), 'F').text('Code.S3Bucket'), undefined);
    assert.equal(made(fn('{ImageUri: img}'), 'F').text('Code.ImageUri'), 'img');
  });

  test('policy templates refer to what they are given', () => {
    const facts = read(transform + fn('{Policies: [AWSXRayDaemonWriteAccess, {DynamoDBCrudPolicy: {TableName: !Ref Orders}}, {Statement: [{Action: "sqs:*", Resource: !GetAtt Queue.Arn}]}]}'));
    assert.deepEqual([...new Set(targetsOf(one(facts, 'FRole')))].filter((to) => to.includes('⟦cloudformation')), [
      'arn:aws:dynamodb:eu-west-1:⟦account⟧:table/⟦cloudformation:shop/eu-west-1/Orders⟧', 'arn:aws:dynamodb:eu-west-1:⟦account⟧:table/⟦cloudformation:shop/eu-west-1/Orders⟧/index/*', '⟦cloudformation:shop/eu-west-1/Queue#Arn⟧',
    ]);
    assert.ok(targetsOf(one(facts, 'FRole')).includes('arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess'));
  });

  test('aliases, URLs, destinations and gradual deployment', () => {
    const text = fn('{AutoPublishAlias: live, DeploymentPreference: {Type: Canary10Percent5Minutes}, FunctionUrlConfig: {AuthType: NONE}, EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Queue.Arn}, OnSuccess: {Type: SNS}}}}');
    assert.deepEqual(types(text).slice(4).sort(), [
      'CodeDeployServiceRole AWS::IAM::Role', 'FAliaslive AWS::Lambda::Alias', 'FDeploymentGroup AWS::CodeDeploy::DeploymentGroup', 'FEventInvokeConfig AWS::Lambda::EventInvokeConfig', 'FEventInvokeConfigOnSuccessTopic AWS::SNS::Topic',
      'FURLInvokeAllowPublicAccess AWS::Lambda::Permission', 'FUrl AWS::Lambda::Url', 'FUrlPublicPermissions AWS::Lambda::Permission', 'FVersion AWS::Lambda::Version', 'ServerlessDeploymentApplication AWS::CodeDeploy::Application',
    ]);
    assert.equal(made(text, 'FEventInvokeConfig').text('DestinationConfig.OnFailure.Destination'), '⟦cloudformation:shop/eu-west-1/Queue#Arn⟧');
  });
});

describe('events', () => {
  const event = (type: string, body: string): string => fn(`{Events: {E: {Type: ${type}, Properties: ${body}}}}`);

  test('polled sources become event source mappings', () => {
    for (const [type, property] of [['SQS', 'Queue'], ['Kinesis', 'Stream'], ['DynamoDB', 'Stream'], ['MSK', 'Stream'], ['MQ', 'Broker'], ['DocumentDB', 'Cluster']] as const) {
      const text = event(type, `{${property}: !GetAtt Queue.Arn, BatchSize: 5}`);
      const mapping = made(text, 'FE');
      assert.deepEqual([mapping.text('EventSourceArn'), mapping.text('FunctionName'), mapping.count('BatchSize')], ['⟦cloudformation:shop/eu-west-1/Queue#Arn⟧', f, 5], type);
      assert.ok(types(text).includes('FE AWS::Lambda::EventSourceMapping'));
    }
  });

  test('pushing sources become rules, subscriptions, schedules and filters, with permissions', () => {
    const cases = {
      Schedule: ['{Schedule: rate(1 hour)}', 'AWS::Events::Rule', 'Targets.Arn'],
      EventBridgeRule: ['{Pattern: {source: [a]}, EventBusName: b}', 'AWS::Events::Rule', 'Targets.Arn'],
      ScheduleV2: ['{ScheduleExpression: rate(1 hour)}', 'AWS::Scheduler::Schedule', 'Target.Arn'],
      SNS: ['{Topic: arn:aws:sns:eu-west-1:123456789012:t}', 'AWS::SNS::Subscription', 'Endpoint'],
      CloudWatchLogs: ['{LogGroupName: g, FilterPattern: x}', 'AWS::Logs::SubscriptionFilter', 'DestinationArn'],
      IoTRule: ['{Sql: "select 1"}', 'AWS::IoT::TopicRule', 'TopicRulePayload.Actions.Lambda.FunctionArn'],
    };
    for (const [type, [body = '', resourceType = '', target = '']] of Object.entries(cases)) {
      const text = event(type, body);
      assert.equal(made(text, 'FE').text(target), fArn, type);
      assert.ok(types(text).includes(`FE ${resourceType}`), type);
      assert.ok(types(text).some((made1) => made1 === 'FEPermission AWS::Lambda::Permission' || made1 === 'FERole AWS::IAM::Role'), type);
    }
  });

  test('buckets and user pools of the template are told whom to call', () => {
    const text = `${event('S3', '{Bucket: !Ref Media, Events: ["s3:ObjectCreated:*"]}')}  Media: {Type: AWS::S3::Bucket, Properties: {BucketName: media}}\n`;
    assert.equal(made(text, 'Media').text('NotificationConfiguration.LambdaConfigurations.Function'), fArn);
    assert.equal(made(text, 'Media').text('BucketName'), 'media');
    const pool = `${event('Cognito', '{UserPool: !Ref Users, Trigger: PreSignUp}')}  Users: {Type: AWS::Cognito::UserPool}\n`;
    assert.equal(made(pool, 'Users').text('LambdaConfig.PreSignUp'), fArn);
  });

  test('a queue between a topic and the function', () => {
    assert.deepEqual(types(event('SNS', '{Topic: t, SqsSubscription: true}')).slice(4), ['FEQueue AWS::SQS::Queue', 'FEEventSourceMapping AWS::Lambda::EventSourceMapping', 'FE AWS::SNS::Subscription']);
  });

  test('an event of a type that is not known is told', () => {
    assert.match(blindSpotsIn(read(transform + event('Telepathy', '{}')))[0]?.message ?? '', /Telepathy, which is not known/);
  });
});

describe('APIs', () => {
  const route = (type: string, more = ''): string => fn(`{Events: {E: {Type: ${type}, Properties: {Path: /orders, Method: get${more}}}}}`);

  test('functions without an API of their own share one that the transform makes', () => {
    assert.deepEqual(types(route('Api')).slice(4), ['FEPermissionProd AWS::Lambda::Permission', 'ServerlessRestApi AWS::ApiGateway::RestApi', 'ServerlessRestApiDeployment AWS::ApiGateway::Deployment', 'ServerlessRestApiProdStage AWS::ApiGateway::Stage']);
    assert.deepEqual(types(route('HttpApi')).slice(4), ['FEPermission AWS::Lambda::Permission', 'ServerlessHttpApi AWS::ApiGatewayV2::Api', 'ServerlessHttpApiApiGatewayDefaultStage AWS::ApiGatewayV2::Stage']);
    assert.deepEqual(targetsOf(one(read(transform + route('Api')), 'ServerlessRestApi')), [`arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${fArn}/invocations`]);
    const global = `Globals: {Api: {EndpointConfiguration: REGIONAL}}\n${route('Api')}`;
    assert.deepEqual(made(global, 'ServerlessRestApi').texts('EndpointConfiguration.Types[]'), ['REGIONAL']);
  });

  test('a named API keeps its definition and gains the routes', () => {
    const api = '  A: {Type: AWS::Serverless::Api, Properties: {StageName: live, DefinitionUri: ./api.yaml, EndpointConfiguration: {Type: PRIVATE, VPCEndpointIds: [vpce-0a1b2c3d]}}}\n';
    const text = route('Api', ', RestApiId: !Ref A') + api;
    const files = { 'api.yaml': 'openapi: 3.0.1\npaths: {/health: {get: {}}}\n' };
    assert.deepEqual(Object.keys((made(text, 'A', { files }).json('Body.paths') ?? {}) as object), ['/health', '/orders']);
    assert.deepEqual([made(text, 'A').texts('EndpointConfiguration.Types[]'), made(text, 'A').texts('EndpointConfiguration.VpcEndpointIds[]')], [['PRIVATE'], ['vpce-0a1b2c3d']]);
    assert.ok(types(text, { files }).includes('AliveStage AWS::ApiGateway::Stage') && types(text, { files }).includes('FEPermissionlive AWS::Lambda::Permission'));
  });

  test('custom domains with their records', () => {
    const api = (type: string): string => `Resources:\n  A: {Type: ${type}, Properties: {StageName: live, Domain: {DomainName: api.example.com, CertificateArn: c, Route53: {HostedZoneId: Z1, SetIdentifier: eu, Region: eu-west-1}}}}\n`;
    assert.deepEqual(types(api('AWS::Serverless::Api')).slice(3), ['ADomainName AWS::ApiGateway::DomainName', 'ABasePathMapping AWS::ApiGateway::BasePathMapping', 'ARecordSetGroup AWS::Route53::RecordSetGroup', '0 AWS::Route53::RecordSet']);
    assert.deepEqual(types(api('AWS::Serverless::HttpApi')).slice(2), ['ADomainName AWS::ApiGatewayV2::DomainName', 'AApiMapping AWS::ApiGatewayV2::ApiMapping', 'ARecordSetGroup AWS::Route53::RecordSetGroup', '0 AWS::Route53::RecordSet']);
    assert.equal(made(api('AWS::Serverless::Api'), 'ARecordSetGroup').text('RecordSets.AliasTarget.DNSName'), '⟦cloudformation:shop/eu-west-1/ADomainName#RegionalDomainName⟧');
  });

  test('web socket routes', () => {
    const text = fn('{}') + '  W: {Type: AWS::Serverless::WebSocketApi, Properties: {Routes: {$connect: {FunctionArn: !GetAtt F.Arn}}}}\n';
    assert.deepEqual(types(text).filter((type) => type.startsWith('W')), ['W AWS::ApiGatewayV2::Api', 'WConnectIntegration AWS::ApiGatewayV2::Integration', 'WConnectRoute AWS::ApiGatewayV2::Route', 'WConnectPermission AWS::Lambda::Permission', 'WDefaultStage AWS::ApiGatewayV2::Stage']);
  });
});

test('state machines with their definition, role and schedule', () => {
  const text = `${fn('{}')}  M: {Type: AWS::Serverless::StateMachine, Properties: {Name: m, DefinitionUri: m.asl.json, DefinitionSubstitutions: {Fn: !GetAtt F.Arn}, Policies: [{LambdaInvokePolicy: {FunctionName: !Ref F}}], Events: {E: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}}}\n`;
  const files = { 'm.asl.json': '{"Resource": "${Fn}", "Next": "$.x ${Other}"}' };
  assert.equal(made(text, 'M', { files }).text('DefinitionString'), `{"Resource": "${fArn}", "Next": "$.x \${Other}"}`);
  assert.equal(made(text, 'M').text('StateMachineName'), 'm');
  assert.deepEqual(types(text, { files }).filter((type) => type.startsWith('M')).sort(), ['M AWS::StepFunctions::StateMachine', 'ME AWS::Events::Rule', 'MERole AWS::IAM::Role', 'MRole AWS::IAM::Role']);
});

test('a definition that is not among the scanned files is told, and not taken for none', () => {
  const text = 'Resources:\n  A: {Type: AWS::Serverless::Api, Properties: {StageName: v, DefinitionUri: ./api.yaml}}\n  M: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: s3://b/m.json, Role: r}}\n';
  assert.deepEqual(blindSpotsIn(read(transform + text)).map(({ reason, source }) => [reason, source.line]), [['unreadable', 4], ['unreadable', 3]]);
  assert.equal(made(text, 'A').has('Body'), undefined);
  assert.match(blindSpotsIn(read(transform + text, { files: { 'api.yaml': 'a: @b', 'm.json': '{}' } }))[0]?.asked ?? '', /definition in api.yaml/);
});

test('data sources of a GraphQL API', () => {
  const text = `${fn('{}')}  G: {Type: AWS::Serverless::GraphQLApi, Properties: {Auth: {Type: API_KEY}, ApiKeys: {K: {}}, DataSources: {DynamoDb: {D: {TableArn: !GetAtt Orders.Arn}}, Lambda: {L: {FunctionArn: !GetAtt F.Arn, ServiceRoleArn: r}}}, Functions: {S: {DataSource: D}}, Resolvers: {Query: {orders: {Pipeline: [S]}}}}}\n`;
  assert.deepEqual(types(text).filter((type) => type.startsWith('G')).sort(), [
    'G AWS::AppSync::GraphQLApi', 'GDDynamoDBDataSource AWS::AppSync::DataSource', 'GDDynamoDBDataSourceRole AWS::IAM::Role', 'GK AWS::AppSync::ApiKey', 'GLLambdaDataSource AWS::AppSync::DataSource', 'GQueryorders AWS::AppSync::Resolver',
    'GS AWS::AppSync::FunctionConfiguration', 'GSchema AWS::AppSync::GraphQLSchema',
  ]);
});

test('tables, layers and applications', () => {
  const text = 'Resources:\n  T: {Type: AWS::Serverless::SimpleTable}\n  L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: s3://b/l.zip}}\n  A: {Type: AWS::Serverless::Application, Properties: {Location: ./app.yaml, Parameters: {P: x}}}\n  R: {Type: AWS::Serverless::Application, Properties: {Location: {ApplicationId: arn:x, SemanticVersion: 1.0.0}}}\n';
  const files = { 'app.yaml': 'Parameters: {P: {Type: String}}\nResources: {Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref P}}}\n' };
  const facts = read(transform + text, { files });
  assert.deepEqual(typesIn(facts), ['T AWS::DynamoDB::Table', 'L AWS::Lambda::LayerVersion', 'A AWS::CloudFormation::Stack', 'Q AWS::SQS::Queue', 'R AWS::CloudFormation::Stack']);
  assert.equal(one(facts, 'T').attributes['billingMode'], 'PAY_PER_REQUEST');
  assert.equal(one(facts, 'A/Q').name, 'x');
  assert.deepEqual(blindSpotsIn(facts).map(({ message }) => /Serverless Application Repository/.test(message)), [true]);
});

test('connectors are edges, alone or inside the resource they start at', () => {
  const text = `${fn('{}')}    Connectors: {ToTable: {Properties: {Destination: {Id: Orders}, Permissions: [Read, Write]}}}\n  C: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: Queue}, Destination: {Id: F}, Permissions: Write}}\n`;
  const edges = read(transform + text).filter((fact) => fact.type === 'reference').map(({ from, to, edge }) => [from, edge, to]);
  const orders = '⟦cloudformation:shop/eu-west-1/Orders⟧';
  const role = '⟦cloudformation:shop/eu-west-1/FRole#Arn⟧';
  assert.deepEqual(edges, [['⟦cloudformation:shop/eu-west-1/Queue⟧', 'triggers', f], [f, 'reads', orders], [role, 'reads', orders], [f, 'writes', orders], [role, 'writes', orders]]);
});

test('what the transform adds exists under the condition of its owner', () => {
  const text = `Conditions: {Never: !Equals [a, b]}\nResources:\n  F: {Type: AWS::Serverless::Function, Condition: Never, Properties: {Events: {E: {Type: Api, Properties: {Path: /, Method: get}}}}}\n`;
  assert.deepEqual(types(text), []);
});

test('malformed serverless resources are read as far as they go', () => {
  const text = 'Resources:\n  F: {Type: AWS::Serverless::Function, Properties: {Policies: [{__proto__: {a: 1}}, 5, null], Events: {A: {Type: Api, Properties: {Path: 5}}, B: 7, __proto__: {Type: SQS}}, CodeUri: 7, Role: !If [a]}}\n  A: {Type: AWS::Serverless::Api, Properties: {DefinitionBody: {paths: {/x: 5}}, Domain: {Route53: []}, Auth: {Authorizers: {a: 5}}}}\n  C: {Type: AWS::Serverless::Connector, Properties: {Source: 5, Destination: [{Id: F}, 7]}}\n';
  assert.ok(types(text).includes('F AWS::Lambda::Function'));
});
