import { fileURLToPath } from 'node:url';
import { build, createServer, type InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../ui/app/', import.meta.url));

const config: InlineConfig = { configFile: false, root, base: './', logLevel: 'warn' };

/** Said before any schema is made: zod would try whether it may compile code, which the pages' policy refuses and reports. */
export const withoutEval = '(globalThis.__zod_globalConfig ??= {}).jitless = true;';

/** Builds the pages that the server serves. */
export async function buildPages(outDir: string): Promise<void> {
  await build({ ...config, build: { outDir, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 4_000, rolldownOptions: { output: { banner: withoutEval }, onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)) } } });
}

// `node scripts/pages.ts` beside a running `regionready serve` shows changes of the pages at once.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await createServer({ ...config, logLevel: 'info', server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:7373' } } });
  await server.listen();
  server.printUrls();
}
