import { cfnType } from '../../model/cfn-type.ts';
import { identifiersIn } from '../../model/identifier.ts';
import type { End } from './observation.ts';

/** Types of traces that mean a resource by another name than CloudFormation's. */
const resourceTypes: Readonly<Record<string, string>> = {
  'AWS::Lambda': 'AWS::Lambda::Function',
  'AWS::SNS': 'AWS::SNS::Topic',
  'AWS::SQS': 'AWS::SQS::Queue',
  'AWS::ApiGateway::Stage': 'AWS::ApiGateway::RestApi',
  'AWS::ECS::Container': 'AWS::ECS::Service',
  'AWS::ECS::Fargate': 'AWS::ECS::Service',
};
/** Where an application runs: its name is its own, and not that of the instance. */
const platforms = new Set(['AWS::EC2::Instance', 'AWS::ElasticBeanstalk::Environment', 'AWS::EKS::Container']);
const hostName = /^(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

/** What a node of a trace means: an ARN, a queue's URL, a host, or a name with its type; undefined where the name is the application's own. */
export function tracedResource(name: string, type: string | undefined): End | undefined {
  const [identifier] = identifiersIn(name);
  if (identifier !== undefined) return { id: identifier };
  // Databases are called name@host, and what is called over HTTP by its host.
  const host = name.slice(name.lastIndexOf('@') + 1).replace(/:\d{1,5}$/, '');
  if (type === undefined || platforms.has(type)) return undefined;
  if (!type.startsWith('AWS::')) return hostName.test(host) ? { id: host.toLowerCase() } : undefined;
  const resourceType = Object.hasOwn(resourceTypes, type) ? (resourceTypes[type] ?? '') : type;
  if (cfnType(resourceType) === undefined || name === '') return undefined;
  return { id: type === 'AWS::ApiGateway::Stage' ? name.slice(0, name.includes('/') ? name.indexOf('/') : undefined) : name, type: resourceType };
}
