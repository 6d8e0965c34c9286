import { serviceOfNamespace, serviceOfSdkName } from '../sdk-service.ts';
import { cloudformationTypeOf } from '../../iac/terraform/type-names.ts';
import { memberOf, textOf, type DataNode, type Member } from './node.ts';
import { pathOf, type Around, type Owner } from './place.ts';

const resourceType = /^(?:AWS|Alexa|Custom|Third|[A-Z]\w*)(?:::[\w@-]+){1,3}$/;
/** Depth of the dotted path that stands for what has no name of its own. */
const pathDepth = 4;

/** What a member of a map opens, if it is more than a value: a resource, step, job, object of Kubernetes, block of HCL. */
export function ownerOf({ key, value, block }: Member, outer: Owner): Owner | undefined {
  if (block !== undefined) return ofBlock(block, value, outer);
  const type = textOf(value, 'Type');
  if (type !== undefined && resourceType.test(type)) return { callee: type, enclosing: key.text, service: serviceOfType(type) };
  return undefined;
}

/** What a map is by its own members: an object of Kubernetes, a step with an action, a task. */
export function ownerOfMap(node: DataNode, outer: Owner): Owner | undefined {
  if (node.kind !== 'map') return undefined;
  const action = textOf(node, 'uses');
  if (action !== undefined) return { ...outer, callee: action.replace(/@.*$/, ''), service: undefined };
  const kind = textOf(node, 'kind');
  if (kind !== undefined && memberOf(node, 'apiVersion')) return { callee: kind, enclosing: textOf(memberOf(node, 'metadata')?.value, 'name') ?? kind };
  const module = node.members.find(({ key: { text }, value }) => value?.kind === 'map' && /^(?:amazon|community|ansible)\.\w+\.\w+$/.test(text));
  return module && { callee: module.key.text, enclosing: textOf(node, 'name'), service: serviceOfWords(module.key.text.split('.').at(-1) ?? '') };
}

function ofBlock([type = '', ...labels]: readonly string[], value: DataNode | undefined, outer: Owner): Owner | undefined {
  const [kind = '', name] = labels;
  if (type === 'resource' || type === 'data') return { callee: kind, enclosing: `${type === 'data' ? 'data.' : ''}${kind}.${name ?? ''}`, service: serviceOfTerraform(kind) };
  if (type === 'module') return { callee: textOf(value, 'source') ?? 'module', enclosing: `module.${kind}`, service: undefined };
  if (type === 'provider') return { callee: `provider.${kind}`, enclosing: [`provider.${kind}`, textOf(value, 'alias')].filter((part) => part !== undefined).join('.') };
  if (labels.length > 0 && outer.callee !== undefined) return undefined;
  if (labels.length > 0) return { ...outer, callee: type === 'backend' ? `backend.${kind}` : undefined, enclosing: [type, ...labels].join('.') };
  if (outer.enclosing === undefined) return { enclosing: type };
  return undefined;
}

/** The dotted path, for values that stand in nothing with a name. */
export function enclosingOf(owner: Owner, around: Around | undefined): string | undefined {
  if (owner.enclosing !== undefined) return owner.enclosing;
  const path = pathOf(around);
  if (path[0] === 'jobs' && path[1] !== undefined) return path[1];
  if (path[0] === 'services' && path[1] !== undefined) return path[1];
  return path.length === 0 ? undefined : path.slice(-pathDepth).join('.');
}

/** Endpoint prefix of the service of a CloudFormation type. */
function serviceOfType(type: string): string | undefined {
  const [vendor, namespace = ''] = type.split('::');
  if (vendor !== 'AWS') return undefined;
  return type.startsWith('AWS::Serverless::') ? (type.endsWith('Function') ? 'lambda' : undefined) : serviceOfNamespace(namespace);
}

function serviceOfTerraform(type: string): string | undefined {
  const known = cloudformationTypeOf(type);
  return known === undefined ? serviceOfWords(type.replace(/^aws_/, '')) : serviceOfType(known);
}

/** The service that the first words of a name are: cloudfront_distribution, s3_bucket_policy. */
function serviceOfWords(name: string): string | undefined {
  const words = name.split('_').slice(0, 5);
  for (let count = words.length; count > 0; count -= 1) {
    const service = serviceOfSdkName(words.slice(0, count).join('_')) ?? serviceOfNamespace(words.slice(0, count).join(''));
    if (service !== undefined) return service;
  }
  return undefined;
}
