import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { build } from 'vite';
import { withoutEval } from './pages.ts';
import { load } from '../ui/app/embedded/load.ts';

const root = fileURLToPath(new URL('../ui/app/', import.meta.url));

/** Where a report has its data and its estate. */
export const dataPlace = '<!--data-->';
export const estatePlace = '<!--estate-->';

/** Builds the pages as one file, in which only the data is missing. */
export async function buildReportPages(file: string): Promise<void> {
  const { code, style } = await pages();
  const [engine, layout] = [await script('embedded/estate/engine.ts'), await script('graph/layout/worker.ts')];
  const start = `(${String(load)})();`;
  for (const text of [start]) if (/<\/script|<!--/i.test(text)) throw new Error('the loader holds a tag of its own');
  const policy = `default-src 'none'; script-src ${hashOf(start)} ${hashOf(code)}; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'`;
  const shell = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>regionready</title>
<link rel="icon" href="data:,">
</head>
<body>
<div id="app"><noscript>This report needs scripts. The formats pdf, markdown and csv of regionready need none.</noscript></div>
<script type="text/plain" id="style">${packed(style)}</script>
<script type="text/plain" id="code">${packed(code)}</script>
<script type="text/plain" id="data">${dataPlace}</script>
<script type="text/plain" id="estate">${estatePlace}</script>
<script type="text/plain" id="engine">${packed(engine)}</script>
<script type="text/plain" id="layout">${packed(layout)}</script>
<script>${start}</script>
</body>
</html>
`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, shell);
}

interface Bundle {
  readonly code: string;
  readonly styles: readonly string[];
}

/** Everything that the file needs as one script without imports. */
async function bundle(file: string): Promise<Bundle> {
  const built = await build({
    configFile: false, root, base: './', logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Workers of a report are parts of it, not files beside it.
    resolve: { alias: [{ find: /^\.\/start-worker\.ts$/, replacement: `${root}embedded/start-worker.ts` }] },
    build: {
      write: false, target: 'es2023', cssCodeSplit: false, chunkSizeWarningLimit: 4_000, modulePreload: false,
      rolldownOptions: { input: `${root}${file}`, output: { format: 'iife', codeSplitting: false, banner: withoutEval }, onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)) },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (result === undefined || !('output' in result)) throw new Error('Vite built nothing');
  const codes = result.output.flatMap((each) => (each.type === 'chunk' ? [each.code] : []));
  const styles = result.output.flatMap((each) => (each.type === 'asset' && each.fileName.endsWith('.css') ? [String(each.source)] : []));
  if (codes.length !== 1 || codes[0] === undefined || result.output.length !== 1 + styles.length) throw new Error(`${file} is to be one script, not ${result.output.map(({ fileName }) => fileName).join(', ')}`);
  return { code: codes[0], styles };
}

async function pages(): Promise<{ readonly code: string; readonly style: string }> {
  const { code, styles: [style] } = await bundle('embedded/main.tsx');
  if (style === undefined) throw new Error('the pages have no style');
  // Fonts are half of it, and every system has one that reads as well.
  return { code, style: style.replace(/@font-face\s*\{[^}]*\}/g, '') };
}

async function script(file: string): Promise<string> {
  const { code, styles } = await bundle(file);
  if (styles.length > 0) throw new Error(`${file} has a style`);
  return code;
}

const packed = (text: string): string => deflateRawSync(text, { level: 9 }).toString('base64');
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
