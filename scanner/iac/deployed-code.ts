import { posix } from 'node:path';
import type { DeployedCode } from '../../model/fact.ts';
import { identifiersIn } from '../../model/identifier.ts';
import { isMap, properties, type Properties, type PropertyMap, type PropertyValue } from '../../model/properties.ts';
import { document } from '../../model/reading.ts';
import { hasSymbol, soleSymbol } from '../../model/symbol.ts';
import { inlineCode } from '../inline-code.ts';
import { maskNamed } from '../secrets.ts';

/** A resource that runs code, as its document declares it. */
export interface Running {
  readonly type: string;
  readonly properties: PropertyMap;
  /** Document that declares it, relative to the scanned root. */
  readonly file: string | undefined;
  /** Its name in the document. */
  readonly label?: string | undefined;
  /** Where its code is, as something beside the properties says, relative to the document. */
  readonly asset?: string | undefined;
}

/** What a resource runs and which resources its environment names; undefined for resources that run nothing. */
export function deployedCode(running: Running): DeployedCode | undefined {
  const read = Object.hasOwn(readers, running.type) ? readers[running.type] : undefined;
  if (read === undefined) return undefined;
  const { path, handler, hint, environment } = read(properties(running.properties), running.properties);
  const named = Object.entries(environment).flatMap(([name, value]) => {
    const identifier = identifierOf(name, value);
    return identifier === undefined ? [] : [[name, identifier] as const];
  });
  const isInline = running.file !== undefined && running.label !== undefined && properties(running.properties).text('Code.ZipFile') !== undefined;
  const place = isInline ? inlineCode(running.file, running.label) : placeOf(running.asset ?? path, running.file);
  return {
    ...(place === undefined ? {} : { path: place }),
    ...(handler === undefined || hasSymbol(handler) ? {} : { handler }),
    ...(hint === undefined || hasSymbol(hint) ? {} : { hint }),
    ...(named.length === 0 ? {} : { environment: Object.fromEntries(named) }),
  };
}

interface Read {
  readonly path?: string | undefined;
  readonly handler?: string | undefined;
  readonly hint?: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
}

const readers: Readonly<Record<string, (from: Properties, raw: PropertyMap) => Read>> = {
  'AWS::Lambda::Function': (from, raw) => ({
    path: from.text('CodeUri') ?? from.text('Code'),
    handler: from.text('Handler'),
    hint: from.text('Code.S3Key') ?? from.text('Code.ImageUri'),
    environment: mapOf(raw, 'Environment', 'Variables'),
  }),
  aws_lambda_function: (from, raw) => ({
    path: from.text('filename'),
    handler: from.text('handler'),
    hint: from.text('s3_key') ?? from.text('image_uri'),
    environment: mapOf(raw, 'environment', 'variables'),
  }),
  'AWS::ECS::TaskDefinition': (from) => ({
    hint: from.text('ContainerDefinitions.Image'),
    environment: Object.assign({}, listOf(from, 'ContainerDefinitions[].Environment[]', ['Name', 'Value']), listOf(from, 'ContainerDefinitions[].Secrets[]', ['Name', 'ValueFrom'])),
  }),
  aws_ecs_task_definition: (from) => {
    const containers = document(from, 'container_definitions');
    if (containers === undefined) return { environment: {} };
    return { hint: containers.text('items.image'), environment: Object.assign({}, listOf(containers, 'items[].environment[]', ['name', 'value']), listOf(containers, 'items[].secrets[]', ['name', 'valueFrom'])) };
  },
  'AWS::AppRunner::Service': (from) => ({
    hint: from.text('SourceConfiguration.ImageRepository.ImageIdentifier'),
    environment: listOf(from, 'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables[]', ['Name', 'Value']),
  }),
  'AWS::CodeBuild::Project': (from) => ({ environment: listOf(from, 'Environment.EnvironmentVariables[]', ['Name', 'Value']) }),
};

/** The texts of a map; members that are not told are left out. Terraform writes the blocks around it as lists of one. */
function mapOf(raw: PropertyMap, ...path: readonly string[]): Record<string, string> {
  let at: PropertyValue | undefined = raw;
  for (const name of path) {
    if (Array.isArray(at)) at = (at as readonly PropertyValue[])[0];
    at = at !== undefined && isMap(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  }
  if (at === undefined || !isMap(at)) return {};
  return Object.fromEntries(Object.entries(at).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function listOf(from: Properties, path: string, [name, value]: readonly [string, string]): Record<string, string> {
  return Object.fromEntries((from.items(path) ?? []).flatMap((item) => {
    const [key, text] = [item.text(name), item.text(value)];
    return key === undefined || text === undefined ? [] : [[key, text]];
  }));
}

/** Variables that hold the name of a resource say so. Words that secrets have too (key, secret, token) count only with what makes them a name. */
const naming = /table|bucket|queue|topic|stream|function|lambda|(?:^|_)arn|name|bus|machine|cluster|secret_?(?:id|arn)|key_?(?:id|arn|alias)|log_?group|index|param|prefix|suffix|^stage$|^env(?:ironment)?$/i;
const bareName = /^[A-Za-z0-9_/][\w./-]{1,200}$/;

/** The identifier that a variable's value is. Other values may be secrets and are dropped. */
function identifierOf(name: string, value: string): string | undefined {
  if (value.length > 2_048) return undefined;
  const [identifier, ...others] = identifiersIn(value);
  if (identifier !== undefined) return soleSymbol(value) !== undefined || others.length > 0 || identifier.startsWith('⟦') ? (isPlain(value) ? value : identifier) : identifier;
  return naming.test(name) && bareName.test(value) && maskNamed(name, value) === value ? value : undefined;
}

/** A name in which only symbols are left to deployment: orders-⟦account⟧. */
function isPlain(value: string): boolean {
  return bareName.test(value.replace(/⟦[^⟧]*⟧/g, 'x'));
}

/** The path relative to the scanned root; undefined for what lies outside or is no path. */
function placeOf(path: string | undefined, file: string | undefined): string | undefined {
  if (path === undefined || file === undefined || hasSymbol(path) || /^[a-z0-9]+:\/\//i.test(path) || path.startsWith('/')) return undefined;
  const place = posix.normalize(posix.join(posix.dirname(file), path)).replace(/\/$/, '');
  return place.startsWith('..') ? undefined : place;
}
