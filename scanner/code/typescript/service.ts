import { ts } from './compiler.cjs';
import { serviceOfNamespace, serviceOfSdkName } from '../sdk-service.ts';
import { dottedName } from './names.ts';
import { importedBy, lookup, type Imported } from './scope.ts';

/** AWS service that a callee belongs to, as endpoint prefix: by the module it is imported from, else by its own name. */
export function serviceOfCallee(callee: ts.Node): string | undefined {
  const root = rootOf(callee);
  const name = dottedName(callee) ?? '';
  const members = name.split('.').slice(1);
  const declaration = root === undefined ? undefined : lookup(callee, root.text);
  const imported = declaration === undefined ? undefined : importedBy(declaration);
  if (imported) return ofImport(imported, members);
  if (declaration !== undefined) return undefined;
  return ofGlobal(name);
}

function rootOf(node: ts.Node): ts.Identifier | undefined {
  let at = node;
  while (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at) || ts.isNonNullExpression(at) || ts.isParenthesizedExpression(at)) at = at.expression;
  return ts.isIdentifier(at) ? at : undefined;
}

function ofImport({ module, name }: Imported, members: readonly string[]): string | undefined {
  const names = name === '*' || name === 'default' ? members : [name, ...members];
  const client = /^@aws-sdk\/client-([a-z0-9-]+)$/.exec(module)?.[1];
  if (client !== undefined) return serviceOfSdkName(client);
  const helper = /^@aws-sdk\/lib-([a-z-]+)$/.exec(module)?.[1];
  if (helper !== undefined) return helper === 'storage' ? 's3' : serviceOfSdkName(helper.replace(/^dynamodb.*/, 'dynamodb'));
  const old = /^aws-sdk\/clients\/([a-z0-9]+)$/.exec(module)?.[1];
  if (old !== undefined) return serviceOfSdkName(old);
  if (module === 'aws-sdk' || module === 'aws-xray-sdk') return ofVersion2(names[0] ?? '');
  const construct = /^(?:aws-cdk-lib|@aws-cdk)\/(aws-[a-z0-9-]+?)(?:-alpha)?(?:\/|$)/.exec(module)?.[1];
  if (construct !== undefined) return serviceOfNamespace(construct);
  if (module === 'aws-cdk-lib') return names[0]?.startsWith('aws_') === true ? serviceOfNamespace(names[0] ?? '') : undefined;
  if (module === '@pulumi/aws') return serviceOfNamespace(names[0] ?? '');
  const pulumi = /^@pulumi\/aws\/([a-z0-9]+)$/.exec(module)?.[1];
  return pulumi === undefined ? undefined : serviceOfNamespace(pulumi);
}

/** In version 2 of the SDK `Config` and `config` are its own settings; the service is ConfigService. */
function ofVersion2(name: string): string | undefined {
  return /^config$/i.test(name) ? undefined : serviceOfSdkName(name.replace(/^ConfigService$/, 'config'));
}

/** Names that nothing in the file declares: a snippet, or a script loaded by a page. Only what can mean nothing else counts. */
function ofGlobal(name: string): string | undefined {
  const [first = '', second] = name.split('.');
  if (first === 'AWS' && second !== undefined) return ofVersion2(second);
  return second === undefined && /^[A-Z]\w*Client$/.test(first) ? serviceOfSdkName(first) : undefined;
}
