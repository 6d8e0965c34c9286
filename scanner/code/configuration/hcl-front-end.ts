import { dirname } from 'node:path';
import { pins } from '../../../model/pinned.ts';
import type { FrontEnd, Project, Reading, Sighting, SourceText } from '../language.ts';
import type { Node, Tree } from '../tree/node.ts';
import { childrenOf } from '../tree/node.ts';
import { treeParser, type TreeParser } from '../tree/runtime.ts';
import { linesOf, outsideScalars, readingOf } from './document.ts';
import { bodyOf } from './hcl.ts';
import type { DataNode } from './node.ts';
import { blocksOf, providerUses, type Block } from './provider-uses.ts';

const broken = 'A part of it could not be parsed; what stands in that part may be missing.';

/** Values that a generator fills in where no quotes are around them. */
const filled = /(?<=[=[(,:][ \t]{0,20})\$\{[^{}"\n]{0,200}\}(?=[ \t]{0,20}(?:[\],)\n\r]|$))/g;

/** Reads Terraform, OpenTofu and Terragrunt. */
export async function hclFrontEnd(): Promise<(project: Project) => FrontEnd> {
  const parser = await treeParser({ wasm: 'tree-sitter-terraform.wasm', shapes: {} });
  return (project) => frontEnd(parser, project);
}

/** Regions that AWS asks for where something is global. */
const askedFor: ReadonlySet<string> = new Set(pins.flatMap(({ regions }) => regions));

interface Waiting {
  readonly source: SourceText;
  readonly sightings: readonly Sighting[];
}

/** The region of a provider that others are told to use hangs on who does. */
const isOfProvider = ({ callee, form, regions, siblings = [] }: Sighting): boolean =>
  callee === 'provider.aws' && form === 'region' && regions.every((code) => askedFor.has(code)) && aliasIn(siblings) !== undefined;

const aliasIn = (siblings: readonly string[]): string | undefined => siblings.find((text) => text.startsWith('alias='))?.slice('alias='.length);

function frontEnd(parser: TreeParser, project: Project): FrontEnd {
  const waiting = new Map<string, Waiting>();

  function read(source: SourceText): Reading {
    const reading = readingBy(parser, source);
    const held = reading.sightings.filter(isOfProvider);
    if (held.length === 0) return reading;
    waiting.set(source.absolutePath, { source, sightings: held });
    return { ...reading, sightings: reading.sightings.filter((sighting) => !isOfProvider(sighting)) };
  }

  function* rest(mentioning: readonly string[]): Iterable<Waiting> {
    if (waiting.size === 0) return;
    const files = Map.groupBy(new Set([...mentioning.filter((path) => path.endsWith('.tf')), ...waiting.keys()]), (path) => dirname(path));
    const blocks = new Map<string, readonly Block[]>();
    const uses = providerUses((folder) => {
      const known = blocks.get(folder) ?? (files.get(folder) ?? []).flatMap((path) => blocksBy(parser, waiting.get(path)?.source.text ?? project.text(path) ?? ''));
      blocks.set(folder, known);
      return known;
    });
    for (const { source, sightings } of waiting.values()) {
      yield { source, sightings: sightings.map((sighting) => withUses(sighting, uses(dirname(source.absolutePath), `aws.${aliasIn(sighting.siblings ?? []) ?? ''}`))) };
    }
  }

  return { read, rest, waits: (path) => waiting.has(path) };
}

const withUses = (sighting: Sighting, uses: readonly string[] = []): Sighting => ({ ...sighting, siblings: [...(sighting.siblings ?? []), ...uses.map((use) => `for=${use}`)].sort() });

function blocksBy(parser: TreeParser, text: string): readonly Block[] {
  const tree = parser.parse(text);
  if (tree === undefined) return [];
  try {
    return blocksOf(rootsOf(tree));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [];
  } finally {
    tree.close();
  }
}

function readingBy(parser: TreeParser, source: SourceText): Reading {
  const tree = parser.parse(source.text.includes('${') ? source.text.replace(filled, (found) => 'v'.repeat(found.length)) : source.text);
  if (tree === undefined) return linesOf(source, 'It is beyond the parser; its lines were read without their structure.');
  try {
    const roots = rootsOf(tree);
    return readingOf(source, { roots, isInComment: outsideScalars(roots, source.text), ...(tree.hasError ? { problem: broken, brokenFrom: firstError(tree) } : {}) });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return linesOf(source, 'It is nested too deeply to be parsed; its lines were read without their structure.');
  } finally {
    tree.close();
  }
}

/** Where the first part begins that could not be parsed. */
function firstError({ root, text }: Tree): number {
  let first = text.length;
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'ERROR') first = Math.min(first, node.from);
    else if (node.from < first) open.push(...childrenOf(node));
  }
  return first;
}

function rootsOf({ root }: Tree): DataNode[] {
  const bodies: Node[] = childrenOf(root).filter(({ type }) => type === 'body' || type === 'ERROR');
  return bodies.map(bodyOf);
}
