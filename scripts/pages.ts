import { fileURLToPath } from 'node:url';
import { build, createServer, type InlineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../ui/app/', import.meta.url));

const config: InlineConfig = { configFile: false, root, base: './', logLevel: 'warn' };

/** Said before any schema is made: zod would try whether it may compile code, which the pages' policy refuses and reports. */
export const withoutEval = '(globalThis.__zod_globalConfig ??= {}).jitless = true;';

/** Few files: what most pages need comes as one, and the library of the graph with the graph only. What one page needs alone stays with it. */
const groups = [
  // What asks for all the rest waits for none of it.
  { name: 'first', test: /preload-helper|rolldown[\\/]runtime|\/ui\/app\/(?:main|request|ahead|ask-ahead|first-questions|parse-route|pages\/loaders|state\/(?:findings-view|lists)|graph\/state\/(?:questions|view)|graph\/layout\/(?:layouts|start-worker|plan|plan-of|sizes))\.ts|\/model\/(?:edge|picture|finding-query|page-questions|readiness|intent|json)\.ts/, priority: 3 },
  { name: 'common', test: /node_modules\/|\/ui\/app\/|\/model\//, minShareCount: 2, priority: 1 },
];

/** What every page needs is asked for at once, not only when the script has come that loads it. */
function preloads(): Plugin {
  return {
    name: 'preloads',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const needed = Object.values(bundle ?? {}).filter((each) => each.type === 'chunk' && /^(?:common|start)$/.test(each.name));
        return needed.map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` }, injectTo: 'head' as const }));
      },
    },
  };
}

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

/**
 * What the model calls to make its constants has no effect but to make them, which a bundler cannot know: said of each, those that the pages
 * do without are left out, and with the last schema the library of schemas, which would be a twelfth of the code that a page begins with.
 */
function pureModel(): Plugin {
  return {
    name: 'pure-model', enforce: 'post',
    transform: {
      filter: { id: /\/model\/[^?]*\.ts$/ },
      handler(code) {
        const calls = this.parse(code).body.flatMap((statement) => {
          const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
          return declared?.type === 'VariableDeclaration' ? declared.declarations.flatMap(({ init }) => (init !== null && /^(?:Call|New|Object)Expression$/.test(init.type) && code.slice(init.start, init.end).includes('(') ? [init] : [])) : [];
        });
        return calls.reduceRight((text, { start, end }) => `${text.slice(0, start)}/* @__PURE__ */ (() => (${text.slice(start, end)}))()${text.slice(end)}`, code);
      },
    },
  };
}

/** Builds the pages that the server serves. */
export async function buildPages(outDir: string): Promise<void> {
  await build({ ...config, plugins: [fontFiles(), pureModel(), preloads()], build: { outDir, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 4_000, cssCodeSplit: false, rolldownOptions: { output: { banner: withoutEval, codeSplitting: { groups } }, onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)) } } });
}

// `node scripts/pages.ts` beside a running `regionready serve` shows changes of the pages at once.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await createServer({ ...config, logLevel: 'info', server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:7373' } } });
  await server.listen();
  server.printUrls();
}
