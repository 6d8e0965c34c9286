import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { categories } from '../rules/rule.ts';
import { exportName } from './generate/rules-index.ts';

/**
 * `npm run new rule data/s3-no-crr`, `npm run new kind dynamodb-table`, `npm run new probe dynamodb-table`: writes the unit and its test from a template that teaches.
 * The result does not compile until it is filled; `npm run generate` then enters it into its registry. Nothing else is to be edited.
 */
interface Unit {
  readonly usage: string;
  readonly id: RegExp;
  /** Path of the unit and of its test by id. */
  paths(id: string): readonly { readonly template: string; readonly path: string }[];
}

const units: Readonly<Record<string, Unit>> = {
  rule: {
    usage: 'rule <category>/<name>, such as data/s3-no-crr',
    id: new RegExp(`^(${Object.keys(categories).join('|')})/[a-z][a-z0-9]*(-[a-z0-9]+)*$`),
    paths: (id) => [
      { template: id.startsWith('code/') ? 'code-rule' : 'rule', path: `rules/${id}.ts` },
      { template: 'rule-test', path: `test/rules/${id}.test.ts` },
    ],
  },
  kind: {
    usage: 'kind <name>, such as dynamodb-table',
    id: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    paths: (id) => [
      { template: 'kind', path: `model/kinds/${id}.ts` },
      { template: 'kind-test', path: `test/model/kinds/${id}.test.ts` },
    ],
  },
  probe: {
    usage: 'probe <kind>, such as dynamodb-table',
    id: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    paths: (id) => [
      { template: 'probe', path: `scanner/aws/probes/${id}.ts` },
      { template: 'probe-test', path: `test/scanner/aws/probes/${id}.test.ts` },
    ],
  },
};

function fail(message: string): never {
  console.error(`${message}\nUsage:\n${Object.values(units).map(({ usage }) => `  npm run new ${usage}`).join('\n')}`);
  process.exit(2);
}

const [name = '', id = ''] = process.argv.slice(2);
const unit = Object.hasOwn(units, name) ? units[name] : undefined;
if (!unit) fail(name === '' ? 'Say what to make.' : `There is no template for "${name}".`);
if (!unit.id.test(id)) fail(`"${id}" is no id for a ${name}.`);

const dashed = id.replaceAll('/', '-');
const values: Readonly<Record<string, string>> = {
  id: dashed,
  name: id.slice(id.indexOf('/') + 1),
  path: id,
  export: exportName(dashed),
};
const files = unit.paths(id);
for (const { path } of files) if (existsSync(path)) fail(`${path} exists.`);
for (const { template, path } of files) {
  const text = readFileSync(`scripts/templates/${template}.txt`, 'utf8').replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
console.log(`Written:\n${files.map(({ path }) => `  ${path}`).join('\n')}\nFill them, then run \`npm run generate\` and \`npm test\`.`);
