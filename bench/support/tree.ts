import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the tree is made of: libraries and applications' dependencies as their registries have them. AWS code is about a fifth of it. */
const npmPackages = [
  'aws-cdk-lib@2.176.0', '@aws-sdk/client-s3@3.726.1', '@aws-sdk/client-iam@3.726.1', '@types/node@22.10.5', 'typescript@5.7.3', 'react@19.0.0', 'react-dom@19.0.0', '@mui/material@6.3.1', 'lodash@4.17.21', 'date-fns@4.1.0',
  'rxjs@7.8.1', 'three@0.172.0', '@angular/core@19.0.6', '@angular/common@19.0.6', 'next@15.1.4', '@babel/core@7.26.0', '@tensorflow/tfjs-core@4.22.0', '@types/lodash@4.17.14',
];
const pythonPackages = ['django', 'sqlalchemy', 'boto3', 'botocore', 'sympy'];

const text = /\.(?:[cm]?[jt]sx?|json|py)$/;
/** Built files are what there is of a package; in a work tree these folders would be left out. */
const built = new Map([['node_modules', 'packages'], ['dist', 'source'], ['generated', 'made'], ['vendor', 'foreign'], ['test', 'checks'], ['tests', 'checks'], ['docs', 'pages']]);
const largest = 2 * 1024 * 1024;

/** Downloads the packages into a folder, once. */
export function fetchPackages(folder: string): void {
  const ready = join(folder, 'ready');
  if (existsSync(ready)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--silent', ...npmPackages], { cwd: folder, stdio: 'inherit' });
  execFileSync('pip', ['install', '--quiet', '--no-deps', '--no-compile', '--only-binary', ':all:', '--target', join(folder, 'python'), ...pythonPackages], { cwd: folder, stdio: 'inherit' });
  writeFileSync(ready, '');
}

/** A git repository of so many files, taken from every package in turn. Made once. */
export function treeOf(packages: string, folder: string, count: number): string {
  if (existsSync(folder)) return folder;
  const draft = `${folder}.partial`;
  rmSync(draft, { recursive: true, force: true });
  let made = 0;
  for (const path of inTurn(groups(packages))) {
    if (made === count) break;
    const to = join(draft, path.split('/').map((part) => built.get(part) ?? part).join('/'));
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(join(packages, path), to);
    made += 1;
  }
  if (made < count) throw new Error(`The packages hold ${made} files of text, not ${count}.`);
  execFileSync('git', ['init', '-q'], { cwd: draft });
  execFileSync('git', ['add', '.'], { cwd: draft });
  renameSync(draft, folder);
  return folder;
}

/** Files of text by package. */
function groups(packages: string): string[][] {
  const tops = ['node_modules', 'python'].flatMap((top) => readdirSync(join(packages, top)).sort().flatMap((name) => (name.startsWith('@') ? readdirSync(join(packages, top, name)).sort().map((inner) => `${top}/${name}/${inner}`) : [`${top}/${name}`])));
  return tops.filter((top) => statSync(join(packages, top)).isDirectory()).map((top) =>
    readdirSync(join(packages, top), { recursive: true, encoding: 'utf8' })
      .sort()
      .map((path) => `${top}/${path}`)
      .filter((path) => text.test(path) && isText(join(packages, path))),
  );
}

function isText(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size > 0 && stat.size <= largest;
}

/** Large packages give more, so that each of them has the same part left. */
function* inTurn(all: readonly (readonly string[])[]): Iterable<string> {
  const total = all.reduce((sum, group) => sum + group.length, 0);
  const steps = 1_000;
  for (let step = 0; step < steps; step += 1) {
    for (const group of all) yield* group.slice(Math.floor((group.length * step) / steps), Math.floor((group.length * (step + 1)) / steps));
  }
  if (total === 0) throw new Error('The packages hold nothing.');
}
