import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kind, Surroundings } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Properties } from '../model/properties.ts';
import { cloudformationShapes } from './kind-paths/cloudformation.ts';
import { anyText, moods, recorder, type Asked } from './kind-paths/recorder.ts';
import { problemOf, type Shape } from './kind-paths/shape.ts';
import { terraformShapes } from './kind-paths/terraform.ts';

/**
 * Proves that every property path that kinds read exists in the providers' schemas and has the type that is asked of it.
 * Run by hand: it installs the CloudFormation resource specification and asks Terraform for the AWS provider's schema.
 *
 *   node scripts/check-kind-paths.ts [--plugins <folder with the provider>]
 */
const at = process.argv.indexOf('--plugins');
const folder = mkdtempSync(join(tmpdir(), 'kind-paths-'));
const cloudformation = cloudformationShapes(folder);
const terraform = terraformShapes(folder, at === -1 ? undefined : process.argv[at + 1]);
const problems: string[] = [];
let checked = 0;

const isTerraform = (type: string): boolean => type.startsWith('aws_');
const shapeOf = (type: string): Shape | undefined => (isTerraform(type) ? terraform(type) : cloudformation(type));

/** A path is good if one of the types that share the reader has it. */
function check(subject: string, types: readonly string[], asked: (type: string) => readonly Asked[]): void {
  const shapes = types.flatMap((type) => shapeOf(type) ?? []);
  for (const type of types) if (!shapeOf(type)) problems.push(`${subject}: no such type: ${type}`);
  for (const type of types) {
    for (const question of withoutDocuments(asked(type))) {
      checked++;
      const found = shapes.map((shape) => problemOf(question, shape));
      if (!found.includes(undefined)) problems.push(`${subject} (${type}) ${question.path}: ${[...new Set(found)].join('; ')}`);
    }
  }
}

/** A document is an object in one source and JSON text in another: it is asked both ways, and its inside is in no schema. */
function withoutDocuments(asked: readonly Asked[]): Iterable<Asked> {
  const unique = new Map(asked.map((each) => [`${each.as} ${each.path}`, each]));
  const documents = asked.filter(({ as, path }) => as === 'items' && unique.has(`text ${path}`)).map(({ path }) => path);
  return unique.values().filter(({ as, path }) => !documents.some((document) => (as === 'items' && path === document) || path.startsWith(`${document}.`)));
}

function questionsOf(read: (from: Properties, around: Surroundings) => unknown, type: string): Asked[] {
  const asked: Asked[] = [];
  for (const mood of moods) read(recorder(asked, mood), { type, region: anyText, account: anyText, name: anyText, partition: 'aws' });
  return asked;
}

for (const { id, names, name, read, parts = {} } of Object.values(kinds) as readonly Kind[]) {
  const cloudformationTypes = [names.cloudformation, ...(names.also ?? [])];
  for (const [types, source] of [[cloudformationTypes, 'cloudformation'], [names.terraform, 'terraform']] as const) {
    const reader = read[source];
    const namePath = name[source];
    check(id, types, (type) => [
      ...(reader ? questionsOf(reader, type) : []),
      ...(namePath === undefined ? [] : [{ path: namePath, as: 'text' } as const]),
    ]);
  }
  for (const [type, part] of Object.entries(parts)) {
    check(id, [type], () => [...questionsOf(part.read, type), { path: part.of, as: part.of.endsWith('[]') ? 'texts' : 'text' }]);
  }
}

rmSync(folder, { recursive: true });
console.log([...problems, `${checked} paths of ${Object.keys(kinds).length} kinds checked, ${problems.length} problems.`].join('\n'));
process.exitCode = problems.length === 0 ? 0 : 1;
