import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BlindSpot } from '../../../../model/blind-spot.ts';
import type { Fact, ResourceFact } from '../../../../model/fact.ts';
import { listFiles } from '../../../../scanner/files.ts';
import { iacScanner } from '../../../../scanner/iac/index.ts';
import type { Deployment } from '../../../../scanner/iac/reader.ts';
import { startRun } from '../../../../scanner/iac/terraform-hcl/run.ts';
import { evaluate } from '../../../../scanner/iac/terraform-hcl/evaluate.ts';
import { hclParser } from '../../../../scanner/iac/terraform-hcl/syntax/parser.ts';
import { unknown, type Value } from '../../../../scanner/iac/terraform-hcl/value.ts';

export interface Scanned {
  readonly facts: readonly Fact[];
  readonly blind: readonly BlindSpot[];
  readonly addresses: readonly string[];
  /** The resource with that address, as the configuration tells it. */
  at(address: string): ResourceFact;
}

const files = (folder: string): readonly { path: string; size: number; scope: 'production' }[] => listed.get(folder) ?? [];
const listed = new Map<string, readonly { path: string; size: number; scope: 'production' }[]>();

/** Scans files that are written into a folder of their own; a text that starts with → is a link. */
export async function scanHcl(texts: Readonly<Record<string, string>>, { unlisted = [], deployment = { region: 'us-east-1' } }: { readonly unlisted?: readonly string[]; readonly deployment?: Deployment } = {}): Promise<Scanned> {
  const root = mkdtempSync(join(tmpdir(), 'hcl-'));
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (text.startsWith('→')) symlinkSync(text.slice(1), join(root, path));
    else writeFileSync(join(root, path), text);
  }
  listed.set(root, Object.entries(texts).filter(([path]) => !unlisted.includes(path)).map(([path, text]) => ({ path, size: text.length, scope: 'production' })));
  return scanned(root, deployment);
}

/** Scans a folder of the repository. */
export async function scanFolder(folder: URL): Promise<Scanned> {
  const listing = await listFiles({ base: folder.pathname, scanner: 'files' });
  listed.set(folder.pathname, listing.files.map(({ path }) => ({ path, size: 1, scope: 'production' })));
  return scanned(folder.pathname, { region: 'us-east-1' });
}

async function scanned(root: string, deployment: Deployment): Promise<Scanned> {
  const facts: Fact[] = [];
  for await (const fact of iacScanner.scan({ root, files: files(root), deployments: () => [deployment] })) facts.push(fact);
  const resources = new Map(facts.flatMap((fact) => (fact.type === 'resource' && fact.source.scanner === 'terraform-hcl' ? [[fact.source.path ?? '', fact] as const] : [])));
  return {
    facts,
    blind: facts.filter((fact) => fact.type === 'blind-spot'),
    addresses: [...resources.keys()].sort(),
    at(address) {
      const found = resources.get(address);
      if (!found) throw new Error(`no ${address} among ${[...resources.keys()].join(', ')}`);
      return found;
    },
  };
}

const parser = await hclParser();

/** The value of an expression; names stand for what they are given, and all others for what is not known. */
export function valueOf(expression: string, names: Readonly<Record<string, Value>> = {}): Value {
  const { body } = parser.body(`value = ${expression}\n`);
  const attribute = body.attributes.get('value');
  if (!attribute) throw new Error(`not parsed: ${expression}`);
  const run = startRun({ text: () => undefined, template: parser.template }, expression.length);
  return evaluate(attribute.value, { run, root: (name) => (Object.hasOwn(names, name) ? (names[name] ?? null) : unknown('not given')) });
}
