import { posix } from 'node:path';
import { ts } from '../../typescript/compiler.cjs';
import { dottedName } from '../../typescript/names.ts';
import { visitAt } from '../../typescript/tree.ts';
import type { ImportPlaces } from '../imports.ts';
import { isKnown } from '../value.ts';
import type { Evaluator, Expression, SourceFile } from './value.ts';

/** Code that an AWS CDK construct deploys. */
export interface ConstructDeployment {
  /** Id of the construct in its scope. */
  readonly id: string;
  /** File or folder with the code, relative to the scanned root. */
  readonly path: string;
  readonly line: number;
}

interface Place {
  readonly evaluate: Evaluator;
  /** The program's own file. */
  readonly path: string;
  readonly places: ImportPlaces;
}

const made = /(?:^|\.)(?:\w*Function|DockerImageAsset|\w*TaskDefinition)$/;

/** The folders and files that functions of a CDK program are made of. */
export function deploymentsIn(file: SourceFile, place: Place): ConstructDeployment[] {
  const { tree } = file;
  const offsets = [...tree.text.matchAll(/\b\w*Function\b|\bDockerImageAsset\b/g)].map(({ index }) => index);
  const found: ConstructDeployment[] = [];
  visitAt(tree, offsets, (node) => {
    if (!ts.isNewExpression(node) || !made.test(dottedName(node.expression) ?? '')) return;
    const [, id, settings] = node.arguments ?? [];
    if (id === undefined) return;
    const name = place.evaluate.text({ node: id, at: node, file });
    const path = (settings && pathIn({ node: settings, at: node, file }, place)) ?? (dottedName(node.expression)?.endsWith('NodejsFunction') === true ? besides(name, place) : undefined);
    if (!isKnown(name) || name.includes('${') || path === undefined) return;
    found.push({ id: name, path, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1 });
  });
  return found;
}

/** A NodejsFunction without entry runs the file that is called after the program's and the construct. */
function besides(id: string, { path, places }: Place): string | undefined {
  const stem = path.replace(/\.[cm]?[jt]s$/, '');
  return ['ts', 'js', 'mjs'].map((extension) => `${stem}.${id}.${extension}`).find((candidate) => places.files.has(candidate));
}

function pathIn(settings: Expression, place: Place): string | undefined {
  for (const name of ['entry', 'code', 'directory']) {
    const value = place.evaluate.member(settings, name);
    const path = value && pathOf(value, place);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** `Code.fromAsset('src')`, `path.join(__dirname, '../src/orders.ts')`, or a path as text. */
function pathOf(of: Expression, place: Place): string | undefined {
  const { node, ...rest } = place.evaluate.settled(of);
  if (ts.isCallExpression(node)) {
    const called = dottedName(node.expression) ?? '';
    const [first] = node.arguments;
    if (/(?:^|\.)(?:fromAsset|fromDockerBuild|fromImageAsset|fromAssetImage|resolve|asset)$/.test(called) && !/path\.resolve$|^resolve$/.test(called)) return first && pathOf({ ...rest, node: first }, place);
    if (/(?:^|\.)(?:join|resolve)$/.test(called)) return joined(node.arguments.map((argument) => ({ ...rest, node: argument })), place);
    return undefined;
  }
  const text = textOf({ ...rest, node }, place);
  return text === undefined ? undefined : text.startsWith('/') ? text.slice(1) : existing(text, place);
}

function joined(parts: readonly Expression[], place: Place): string | undefined {
  const texts = parts.map((part) => textOf(part, place));
  if (texts.includes(undefined)) return undefined;
  const [first = ''] = texts;
  const path = posix.join(...(texts as string[]));
  return first.startsWith('/') ? path.slice(1) : existing(path, place);
}

/** `__dirname` is written as an absolute path below the scanned root. */
function textOf(of: Expression, place: Place): string | undefined {
  const { node } = of;
  if (ts.isIdentifier(node) && node.text === '__dirname') return `/${posix.dirname(place.places.shown(of.file.absolutePath))}`;
  if (dottedName(node) === 'import.meta.dirname') return `/${posix.dirname(place.places.shown(of.file.absolutePath))}`;
  if (ts.isTemplateExpression(node) && node.getText(of.file.tree).startsWith('`${__dirname}')) {
    const rest = node.templateSpans.length === 1 ? node.templateSpans[0]?.literal.text : undefined;
    return rest === undefined ? undefined : posix.join(`/${posix.dirname(place.places.shown(of.file.absolutePath))}`, rest);
  }
  const text = place.evaluate.text(of);
  return isKnown(text) && !text.includes('${') && text.length < 400 ? text : undefined;
}

/** A path is relative to the folder that the CDK runs in: the nearest one above with a cdk.json, else a package. */
function existing(path: string, { path: program, places }: Place): string | undefined {
  for (const name of ['cdk.json', 'package.json']) {
    for (let folder = posix.dirname(program); ; folder = posix.dirname(folder)) {
      if (places.files.has(posix.join(folder, name))) {
        const found = posix.join(folder, path);
        return found.startsWith('..') ? undefined : found;
      }
      if (folder === '.' || folder === '/') break;
    }
  }
  const found = posix.normalize(path);
  return found.startsWith('..') ? undefined : found;
}
