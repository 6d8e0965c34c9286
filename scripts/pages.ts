import { fileURLToPath } from 'node:url';
import { build, createServer, type InlineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../ui/app/', import.meta.url));

const config: InlineConfig = { configFile: false, root, base: './', logLevel: 'warn' };

/** Said before any schema is made: zod would try whether it may compile code, which the pages' policy refuses and reports. */
export const withoutEval = '(globalThis.__zod_globalConfig ??= {}).jitless = true;';

/** Few files: what most pages need comes as one, and the library of the graph with the graph only. What one page needs alone stays with it. */
const groups = [
  // What asks for all the rest waits for none of it.
  { name: 'first', test: /preload-helper|ui\/app\/(?:main|request|ahead|parse-route|pages\/loaders)\.ts/, priority: 3 },
  { name: 'schemas', test: /node_modules\/zod\/|\/model\//, minShareCount: 2, priority: 2 },
  { name: 'common', test: /node_modules\/|\/ui\/app\//, minShareCount: 3, priority: 1 },
];

/** Fonts as files of their own, so that no page waits for them: as data they are more than half of the style sheet. */
function fontFiles(): Plugin {
  return {
    name: 'font-files', enforce: 'post',
    generateBundle(_options, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
        asset.source = String(asset.source)
          .replaceAll(/url\(["']?data:[\w/-]*font[\w/-]*;(?:charset=[\w-]+;)?base64,([\w+/=]+)["']?\)/g, (_whole, data: string) => {
            const name = this.getFileName(this.emitFile({ type: 'asset', name: 'font.woff2', source: Buffer.from(data, 'base64') }));
            return `url(./${name.split('/').at(-1)})`;
          })
          .replaceAll('@font-face{', '@font-face{font-display:swap;');
      }
    },
  };
}

/** Builds the pages that the server serves. */
export async function buildPages(outDir: string): Promise<void> {
  await build({ ...config, plugins: [fontFiles()], build: { outDir, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 4_000, cssCodeSplit: false, rolldownOptions: { output: { banner: withoutEval, codeSplitting: { groups } }, onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)) } } });
}

// `node scripts/pages.ts` beside a running `regionready serve` shows changes of the pages at once.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await createServer({ ...config, logLevel: 'info', server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:7373' } } });
  await server.listen();
  server.printUrls();
}
