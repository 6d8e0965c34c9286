import type { Json, JsonObject } from '../../../../model/json.ts';
import { documentOf } from '../parse-document.ts';
import { localFile } from '../local-file.ts';
import { isObject, memberOf, objectIn } from '../sections.ts';
import { isIntrinsic, type Builder, type Route } from './builder.ts';

/** Beyond this many routes of one API more are not merged into its definition; API Gateway allows 300. */
const routeLimit = 5_000;

/** The API's definition, given in the template or in a file beside it, with the routes that functions add. */
export function bodyOf(properties: JsonObject, builder: Builder, routes: readonly Route[]): Json | undefined {
  const given = memberOf(properties, 'DefinitionBody') ?? fileOf(memberOf(properties, 'DefinitionUri'), builder);
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

function fileOf(location: Json | undefined, { scope }: Builder): Json | undefined {
  const file = typeof location === 'string' ? localFile(location, scope) : undefined;
  return file && documentOf(file).root;
}
