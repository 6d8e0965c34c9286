import { createHash, type BinaryToTextEncoding } from 'node:crypto';
import { posix } from 'node:path';
import { parse } from 'yaml';
import type { Json } from '../../../../model/json.ts';
import { withNames } from '../environment.ts';
import { concat, settled } from '../text.ts';
import { withoutSymbols } from '../../terraform/values.ts';
import { because, failed, isEncoded, isObject, knownText, unknown, valueOfJson, type Value } from '../value.ts';
import { ofTexts, type HclFunction } from './function.ts';

const parseLimit = 2_000_000;

/** A document in JSON or YAML; undefined where it is none. */
function parsed(text: string, read: (text: string) => unknown): Value | undefined {
  if (text.length > parseLimit) return undefined;
  try {
    return valueOfJson(JSON.parse(JSON.stringify(read(text)) ?? 'null') as Json);
  } catch {
    // Not a document of that kind, or nested beyond measure: the value stays unknown.
    return undefined;
  }
}

const decode = (read: (text: string) => unknown): HclFunction => ([value = null]) =>
  isEncoded(value) ? value.value : ofTexts(([text = '']) => parsed(text, read) ?? failed('the document cannot be read'))([value]);

/** Text of a file of the scanned root; what lies elsewhere is not opened. */
const file: HclFunction = ([path = null], { environment: { run } }) => {
  const name = knownText(path);
  if (name === undefined) return because(path);
  const text = run.files.text(name);
  if (text === undefined || !run.spend(text.length >> 6)) return unknown('a file that is read is not in the scanned folder');
  return withoutSymbols(text);
};

/** A template of a file, filled in with the values that are given and nothing else. */
const templatefile: HclFunction = ([path = null, given = null], { environment, evaluate }) => {
  const { run } = environment;
  const name = knownText(path);
  const text = name === undefined ? undefined : run.files.text(name);
  if (text === undefined || !run.spend(text.length)) return because(unknown('a template that is read is not in the scanned folder'), path, given);
  const template = run.files.template(text);
  if (template === undefined || !isObject(given)) return because(unknown('a template could not be parsed'), given);
  const root = (word: string): Value => given.rest ?? failed(`the template is given no ${word.slice(0, 100)}`);
  const value = evaluate(template, withNames({ run, root }, [...given.of].map(([key, member]) => [key, settled(member)] as const)));
  return concat([value]);
};

/** A checksum of a text, in which names are made unique. */
const hash = (algorithm: string, encoding: BinaryToTextEncoding = 'hex'): HclFunction => ofTexts(([text = '']) => createHash(algorithm).update(text, 'utf8').digest(encoding));

/** A part of a path, in the form in which Terraform gives it. */
const pathPart = (of: (path: string) => string): HclFunction => ofTexts(([path = '']) => of(path));

export const documents: Readonly<Record<string, HclFunction>> = {
  jsondecode: decode(JSON.parse),
  yamldecode: decode((text) => parse(text, { maxAliasCount: 100, logLevel: 'silent' }) as unknown),
  yamlencode: (parts) => because(...parts),
  file, templatefile,
  md5: hash('md5'), sha1: hash('sha1'), sha256: hash('sha256'), sha512: hash('sha512'), base64sha256: hash('sha256', 'base64'), base64sha512: hash('sha512', 'base64'),
  templatestring: (parts) => because(...parts),
  fileexists: ([path = null], { environment: { run } }) => {
    const name = knownText(path);
    // A file that is not there may be made before Terraform runs.
    return name !== undefined && run.files.text(name) !== undefined ? true : because(path, unknown('a file is not in the scanned folder'));
  },
  basename: pathPart((path) => posix.basename(path)),
  dirname: pathPart((path) => posix.dirname(path)),
};
