import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { build } from 'vite';
import { withoutEval } from './pages.ts';
import { load } from '../ui/app/embedded/load.ts';

const root = fileURLToPath(new URL('../ui/app/', import.meta.url));

/** Where a report has its data. */
export const dataPlace = '<!--data-->';

/** Builds the pages as one file, in which only the data is missing. */
export async function buildReportPages(file: string): Promise<void> {
  const { code, style } = await bundle();
  const start = `(${String(load)})();`;
  for (const text of [start]) if (/<\/script|<!--/i.test(text)) throw new Error('the loader holds a tag of its own');
  const policy = `default-src 'none'; script-src ${hashOf(start)} ${hashOf(code)}; img-src data:; base-uri 'none'; form-action 'none'`;
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
<script>${start}</script>
</body>
</html>
`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, shell);
}

async function bundle(): Promise<{ readonly code: string; readonly style: string }> {
  const built = await build({
    configFile: false, root, base: './', logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false, target: 'es2023', cssCodeSplit: false, chunkSizeWarningLimit: 4_000, modulePreload: false,
      rolldownOptions: { input: `${root}embedded/main.tsx`, output: { format: 'iife', codeSplitting: false, banner: withoutEval }, onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)) },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (result === undefined || !('output' in result)) throw new Error('Vite built nothing');
  const code = result.output.flatMap((each) => (each.type === 'chunk' ? [each.code] : []));
  const styles = result.output.flatMap((each) => (each.type === 'asset' && each.fileName.endsWith('.css') ? [String(each.source)] : []));
  if (code.length !== 1 || code[0] === undefined || styles.length !== 1 || styles[0] === undefined) throw new Error(`the report is to be one script and one style sheet, not ${code.length} and ${styles.length}`);
  // Fonts are half of it, and every system has one that reads as well.
  return { code: code[0], style: styles[0].replace(/@font-face\s*\{[^}]*\}/g, '') };
}

const packed = (text: string): string => deflateRawSync(text, { level: 9 }).toString('base64');
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
