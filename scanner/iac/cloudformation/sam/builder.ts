import type { Json, JsonObject } from '../../../../model/json.ts';
import type { Scope } from '../scope.ts';
import { isObject, memberOf, objectIn, textIn, type RawResource } from '../sections.ts';
import { noValue } from '../value.ts';

/** A serverless resource with the template's Globals merged in. */
export interface SamResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly raw: RawResource;
}

/** A call of a function that an API routes. */
export interface Route {
  readonly path: string;
  readonly method: string;
  /** Integration URI, unevaluated. */
  readonly uri: Json;
  readonly from: SamResource;
}

/** Resources of a template while serverless ones are written out. */
export interface Builder {
  readonly scope: Scope;
  readonly resources: Map<string, RawResource>;
  /** By logical id of the API. */
  readonly routes: Map<string, Route[]>;
}

/** A resource in CloudFormation's own terms under the logical id of the serverless one. */
export function replace(builder: Builder, { logicalId, raw }: SamResource, as: { readonly type: string; readonly properties: JsonObject }): void {
  builder.resources.set(logicalId, { ...raw, body: { ...raw.body, Type: as.type, Properties: defined(as.properties) } });
}

/** A resource that the transform adds. It exists when its owner does, and stands where its owner stands; the template's own one wins. */
export function add(builder: Builder, owner: SamResource, made: { readonly id: string; readonly type: string; readonly properties: JsonObject; readonly condition?: Json }): void {
  if (builder.resources.has(made.id)) return;
  const condition = made.condition ?? memberOf(owner.raw.body, 'Condition');
  const body = { Type: made.type, Properties: defined(made.properties), ...(condition === undefined ? {} : { Condition: condition }) };
  builder.resources.set(made.id, { ...owner.raw, body });
}

/** Changes the properties of a resource of the template, if it is one of the given type. */
export function patch(builder: Builder, logicalId: string | undefined, change: { readonly type: string; readonly with: (properties: JsonObject) => JsonObject }): void {
  const resource = logicalId === undefined ? undefined : builder.resources.get(logicalId);
  if (logicalId === undefined || !resource || textIn(resource.body, 'Type') !== change.type) return;
  builder.resources.set(logicalId, { ...resource, body: { ...resource.body, Properties: change.with(objectIn(resource.body, 'Properties')) } });
}

/** Members that are not set are dropped, so that a property may be passed on whether it is there or not. */
export function defined(properties: { readonly [key: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

export function without(properties: JsonObject, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.has(name)));
}

export const ref = (name: string): JsonObject => ({ Ref: name });
export const getAtt = (name: string, attribute: string): JsonObject => ({ 'Fn::GetAtt': [name, attribute] });
export const sub = (text: string, variables?: JsonObject): JsonObject => ({ 'Fn::Sub': variables === undefined ? text : [text, variables] });

/** Logical id in `!Ref X`, or in the short form that some SAM properties take. */
export function refIn(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return isObject(value) ? textIn(value, 'Ref') : undefined;
}

/** A property that is set: one that a condition removes (AWS::NoValue) is not. */
export function given(properties: JsonObject, name: string, { scope }: Builder): Json | undefined {
  const value = memberOf(properties, name);
  return isIntrinsic(value) && scope.evaluate(value ?? null) === noValue ? undefined : value;
}

/** A stage's part of a logical id: names that are not alphanumeric are left out. */
export const idPart = (name: Json | undefined): string => (typeof name === 'string' && /^[A-Za-z0-9]+$/.test(name) ? name : '');

/** Whether the value is one of the template's functions and not a map to look into. */
export function isIntrinsic(value: Json | undefined): boolean {
  const keys = isObject(value) ? Object.keys(value) : [];
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0]?.startsWith('Fn::') === true);
}
