import type { Json } from '../../../../model/json.ts';
import { isObject, memberOf, objectIn, textIn } from '../sections.ts';
import { add, defined, getAtt, given, ref, type Builder, type SamResource } from './builder.ts';

/** The alias that every deployment moves to its new version, with the version; undefined if the function has none. */
export function aliasOf(owner: SamResource, builder: Builder): string | undefined {
  const { logicalId, properties } = owner;
  const alias = memberOf(properties, 'AutoPublishAlias');
  const name = typeof alias === 'string' ? alias : alias === undefined ? undefined : builder.scope.evaluate(alias);
  if (typeof name !== 'string' || name === '') return undefined;
  const id = `${logicalId}Alias${name.replace(/[^A-Za-z0-9]/g, '')}`;
  const concurrency = memberOf(properties, 'ProvisionedConcurrencyConfig');
  add(builder, owner, { id: `${logicalId}Version`, type: 'AWS::Lambda::Version', properties: { FunctionName: ref(logicalId) } });
  add(builder, owner, {
    id,
    type: 'AWS::Lambda::Alias',
    properties: defined({ Name: name, FunctionName: ref(logicalId), FunctionVersion: getAtt(`${logicalId}Version`, 'Version'), ProvisionedConcurrencyConfig: concurrency }),
  });
  deployment(owner, builder);
  return id;
}

/** CodeDeploy application, one for the template, and the function's deployment group. */
function deployment(owner: SamResource, builder: Builder): void {
  const preference = memberOf(owner.properties, 'DeploymentPreference');
  if (!isObject(preference) || memberOf(preference, 'Enabled') === false) return;
  const role = memberOf(preference, 'Role');
  add(builder, owner, { id: 'ServerlessDeploymentApplication', type: 'AWS::CodeDeploy::Application', properties: { ComputePlatform: 'Lambda' } });
  add(builder, owner, {
    id: `${owner.logicalId}DeploymentGroup`,
    type: 'AWS::CodeDeploy::DeploymentGroup',
    properties: defined({
      ApplicationName: ref('ServerlessDeploymentApplication'),
      ServiceRoleArn: role ?? getAtt('CodeDeployServiceRole', 'Arn'),
      AlarmConfiguration: { Alarms: memberOf(preference, 'Alarms') ?? [] },
      DeploymentConfigName: memberOf(preference, 'Type'),
    }),
  });
  if (role === undefined) add(builder, owner, { id: 'CodeDeployServiceRole', type: 'AWS::IAM::Role', properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSCodeDeployRoleForLambda'] } }); // regionready-ignore code-partition-literal -- as SAM writes it into the template
}

export function url(owner: SamResource, builder: Builder, alias: string | undefined): void {
  const { logicalId, properties } = owner;
  const config = memberOf(properties, 'FunctionUrlConfig');
  if (!isObject(config)) return;
  const target = alias === undefined ? { TargetFunctionArn: ref(logicalId) } : { TargetFunctionArn: ref(logicalId), Qualifier: textIn(properties, 'AutoPublishAlias') ?? null };
  add(builder, owner, { id: `${logicalId}Url`, type: 'AWS::Lambda::Url', properties: { ...config, ...target } });
  if (memberOf(config, 'AuthType') !== 'NONE') return;
  const permission = { FunctionName: ref(alias ?? logicalId), Principal: '*' };
  add(builder, owner, { id: `${logicalId}UrlPublicPermissions`, type: 'AWS::Lambda::Permission', properties: { ...permission, Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' } });
  add(builder, owner, { id: `${logicalId}URLInvokeAllowPublicAccess`, type: 'AWS::Lambda::Permission', properties: { ...permission, Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true } });
}

/** Where results and failures of asynchronous calls go. A destination without ARN is a queue or topic that the transform makes. */
export function invokeConfiguration(owner: SamResource, builder: Builder, alias: string | undefined): void {
  const { logicalId, properties } = owner;
  const config = memberOf(properties, 'EventInvokeConfig');
  if (!isObject(config)) return;
  const id = `${logicalId}EventInvokeConfig`;
  const destinations = Object.entries(objectIn(config, 'DestinationConfig')).map(([when, destination]): [string, Json] => [when, { Destination: destinationOf({ when, destination }, owner, builder) }]);
  add(builder, owner, {
    id,
    type: 'AWS::Lambda::EventInvokeConfig',
    properties: defined({
      FunctionName: ref(logicalId),
      Qualifier: alias === undefined ? '$LATEST' : (textIn(properties, 'AutoPublishAlias') ?? ref(alias)),
      MaximumRetryAttempts: memberOf(config, 'MaximumRetryAttempts'),
      MaximumEventAgeInSeconds: memberOf(config, 'MaximumEventAgeInSeconds'),
      ...(destinations.length === 0 ? {} : { DestinationConfig: Object.fromEntries(destinations) }),
    }),
  });
}

const madeFor: Readonly<Record<string, { readonly type: string; readonly suffix: string }>> = {
  SQS: { type: 'AWS::SQS::Queue', suffix: 'Queue' },
  SNS: { type: 'AWS::SNS::Topic', suffix: 'Topic' },
};

function destinationOf({ when, destination }: { when: string; destination: Json }, owner: SamResource, builder: Builder): Json {
  if (!isObject(destination)) return null;
  const arn = given(destination, 'Destination', builder);
  const type = textIn(destination, 'Type') ?? '';
  const made = Object.hasOwn(madeFor, type) ? madeFor[type] : undefined;
  if (arn !== undefined || !made) return arn ?? null;
  const id = `${owner.logicalId}EventInvokeConfig${when}${made.suffix}`;
  add(builder, owner, { id, type: made.type, properties: {} });
  return made.suffix === 'Queue' ? getAtt(id, 'Arn') : ref(id);
}
