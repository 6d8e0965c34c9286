import { expression, jsonDocument, type MakeRemedy } from '../remedy.ts';
import { homeOf, label, logicalId, nameLimit } from './words.ts';

/** A global endpoint over the bus and one of the same name in the target, with replication. Serves the bus that has none, and the endpoint that is set up wrongly. */
export const eventsEndpoint: MakeRemedy = (resource, { intent: { home, target } }) => {
  if (resource.kind !== 'events-bus' && resource.kind !== 'events-endpoint') return undefined;
  const { partition = 'aws', account = '111122223333' } = resource;
  const from = homeOf(resource, home);
  const bus = resource.kind === 'events-bus' ? resource.name : (resource.attributes.buses?.find((arn) => arn.includes(`:${from}:`))?.split('event-bus/').at(-1) ?? resource.name);
  const name = resource.kind === 'events-bus' ? `${bus}-global` : resource.name;
  const arns = [from, target].map((region) => `arn:${partition}:events:${region}:${account}:event-bus/${bus}`);
  const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sts:AssumeRole' }] };
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'events:PutEvents', Resource: arns }, { Effect: 'Allow', Action: 'iam:PassRole', Resource: `arn:${partition}:iam::${account}:role/${name}-replication`.slice(0, 2048), Condition: { StringLike: { 'iam:PassedToService': 'events.amazonaws.com' } } }] };
  const check = `arn:${partition}:route53:::healthcheck/HEALTH-CHECK-ID`;
  const id = logicalId(name);
  const tf = label(name);
  return {
    title: `Fail events of ${bus} over to ${target}`,
    cloudformation: [
      { region: target, resources: { [logicalId(bus)]: { Type: 'AWS::Events::EventBus', Properties: { Name: bus } } } },
      {
        region: from,
        ...(resource.kind === 'events-endpoint' ? { merge: true, note: `merge these properties into the endpoint ${name}` } as const : {}),
        parameters: { HealthCheckArn: { Type: 'String', Description: 'ARN of the Route 53 health check that decides' } },
        resources: {
          [`${id}Replication`]: { Type: 'AWS::IAM::Role', Properties: { RoleName: `${name}-replication`.slice(0, 64), AssumeRolePolicyDocument: trust, Policies: [{ PolicyName: 'replicate', PolicyDocument: policy }] } },
          [id]: { Type: 'AWS::Events::Endpoint', Properties: {
            ...(resource.kind === 'events-bus' ? { Name: name } : {}), RoleArn: { 'Fn::GetAtt': [`${id}Replication`, 'Arn'] }, EventBuses: arns.map((EventBusArn) => ({ EventBusArn })), ReplicationConfig: { State: 'ENABLED' },
            RoutingConfig: { FailoverConfig: { Primary: { HealthCheck: { Ref: 'HealthCheckArn' } }, Secondary: { Route: target } } },
          } },
        },
      },
    ],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'resource', labels: ['aws_cloudwatch_event_bus', tf], body: { provider: expression('aws.target'), name: bus } },
      { type: 'resource', labels: ['aws_iam_role', `${tf}_replication`], body: { name: `${name}-replication`.slice(0, 64), assume_role_policy: jsonDocument(trust) } },
      { type: 'resource', labels: ['aws_iam_role_policy', `${tf}_replication`], body: { role: expression(`aws_iam_role.${tf}_replication.id`), policy: jsonDocument(policy) } },
    ],
    cli: [
      { region: target, words: ['events', 'create-event-bus', '--name', bus] },
      { region: from, words: ['events', 'create-endpoint', '--name', name, '--event-buses', ...arns.map((arn) => `EventBusArn=${arn}`), '--replication-config', 'State=ENABLED', '--role-arn', `arn:${partition}:iam::${account}:role/${name}-replication`, '--routing-config', JSON.stringify({ FailoverConfig: { Primary: { HealthCheck: check }, Secondary: { Route: target } } })], note: resource.kind === 'events-bus' ? 'With the role of the template, and a health check that watches what matters' : 'Or update-endpoint, for the one that is there' },
    ],
    limits: [...nameLimit(resource), 'Replace HEALTH-CHECK-ID: AWS offers a template of a check on the latency of ingestion.', 'Producers must publish with the EndpointId, by an SDK with the AWS CRT, and consumers must drop what they have seen.', 'The AWS provider of Terraform has no global endpoint: create it by CloudFormation or the CLI.'],
  };
};
