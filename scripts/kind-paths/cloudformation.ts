import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Shape } from './shape.ts';

const specification = '@aws-cdk/aws-service-spec';

type Type =
  | { readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'date-time' | 'json' | 'tag' | 'null' }
  | { readonly type: 'array' | 'map'; readonly element: Type }
  | { readonly type: 'union'; readonly types: readonly Type[] }
  | { readonly type: 'ref'; readonly reference: { readonly $ref: string } };
type Members = Readonly<Record<string, { readonly type: Type }>>;
interface Database {
  lookup(entity: 'resource', index: 'cloudFormationType', how: 'equals', value: string): Iterable<{ readonly properties: Members; readonly attributes: Members }>;
  get(entity: 'typeDefinition', id: string): { readonly properties: Members };
}

/** Shapes of CloudFormation types by name, from the resource specification that the CDK publishes, installed into the folder. */
export function cloudformationShapes(folder: string): (type: string) => Shape | undefined {
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, specification], { stdio: ['ignore', 'ignore', 'inherit'] });
  const { loadAwsServiceSpecSync } = createRequire(join(folder, 'index.js'))(specification) as { loadAwsServiceSpecSync(): Database };
  const database = loadAwsServiceSpecSync();
  const shape = (type: Type): Shape => {
    switch (type.type) {
      case 'array': return { is: 'list', of: shape(type.element) };
      case 'map': return { is: 'object', member: () => shape(type.element) };
      case 'union': return { is: 'either', of: type.types.map(shape) };
      case 'ref': return object(database.get('typeDefinition', type.reference.$ref).properties);
      case 'number': case 'integer': return { is: 'number' };
      case 'boolean': return { is: 'boolean' };
      case 'json': case 'tag': return { is: 'any' };
      default: return { is: 'text' };
    }
  };
  const object = (members: Members): Shape => ({
    is: 'object',
    member: (name) => (Object.hasOwn(members, name) && members[name] ? shape(members[name].type) : undefined),
  });
  return (type) => {
    const [found] = database.lookup('resource', 'cloudFormationType', 'equals', type);
    return found && object(found.properties);
  };
}
