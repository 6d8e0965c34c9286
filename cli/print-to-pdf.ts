import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { messageOf, UserError } from '../model/errors.ts';
import type { Io } from './command.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome.exe', 'msedge.exe'];
const places = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a browser that can print: the one that CHROME_PATH names, else one of PATH, else one where systems install it. Throws RR502 where CHROME_PATH names nothing. */
export function findBrowser(env: Io['env'], known: readonly string[] = places): string | undefined {
  const named = env['CHROME_PATH'] ?? '';
  if (named !== '' && !existsSync(named)) throw new UserError('RR502', `CHROME_PATH names ${named}, which does not exist.`);
  if (named !== '') return named;
  // A relative entry of PATH would run what the checkout holds.
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...known].find((path) => existsSync(path));
}

const patience = 120_000;

/** What a browser prints of a page that asks nothing of the network. Throws RR502. */
export async function printToPdf(browser: string, page: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'regionready-pdf-'));
  try {
    const [input, output] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
    await writeFile(input, page);
    const flags = ['--headless', '--disable-gpu', '--no-first-run', '--disable-extensions', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-pdf-header-footer', `--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${output}`];
    // Chromium refuses its sandbox to root; the page is ours and its policy runs no other script.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    await promisify(execFile)(browser, [...flags, ...sandbox, pathToFileURL(input).href], { timeout: patience, maxBuffer: 16 * 1024 * 1024 });
    return await readFile(output);
  } catch (thrown) {
    throw new UserError('RR502', `${browser} could not print the report: ${messageOf(thrown).split('\n', 1)[0] ?? ''}`, { cause: thrown });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
