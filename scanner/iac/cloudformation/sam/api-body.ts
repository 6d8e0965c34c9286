import type { Json } from '../../../../model/json.ts';
import { documentOf } from '../parse-document.ts';
import { isObject, memberOf, objectIn } from '../sections.ts';
import { isIntrinsic, type Builder, type Route, type SamResource } from './builder.ts';
import { definitionFile, definitionUnknown } from './definition-file.ts';

/** Beyond this many routes of one API more are not merged into its definition; API Gateway allows 300. */
const routeLimit = 5_000;

/** The API's definition, given in the template or in a file beside it, with the routes that functions add. */
export function bodyOf(resource: SamResource, builder: Builder, routes: readonly Route[]): Json | undefined {
  const given = memberOf(resource.properties, 'DefinitionBody') ?? fileOf(resource, builder);
  if (given !== undefined && (!isObject(given) || isIntrinsic(given))) return given;
  if (given === undefined && routes.length === 0) return undefined;
  const body = given ?? {};
  const paths = new Map<string, Json>(Object.entries(objectIn(body, 'paths')));
  for (const { path, method, uri } of routes.slice(0, routeLimit)) {
    const methods = paths.get(path);
    if (methods !== undefined && (!isObject(methods) || isIntrinsic(methods) || memberOf(methods, method) !== undefined)) continue;
    paths.set(path, { ...methods, [method]: { 'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri } } });
  }
  return { ...body, paths: Object.fromEntries(paths) };
}

function fileOf(resource: SamResource, builder: Builder): Json | undefined {
  const location = memberOf(resource.properties, 'DefinitionUri');
  if (location === undefined) return undefined;
  const file = definitionFile(location, resource, builder);
  if (!file) return definitionUnknown;
  const { root, problems } = documentOf(file);
  for (const { reason, message } of problems) builder.scope.note({ reason, asked: `definition in ${file.path}`, message, line: resource.raw.line });
  return root ?? definitionUnknown;
}
