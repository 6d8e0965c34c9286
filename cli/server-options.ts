import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../rules/rule.ts';
import { defaultLimits, type ServerOptions, type WrittenDocument } from '../server/options.ts';
import type { Store } from '../server/store/store.ts';
import type { Io } from './command.ts';
import { withOwn, type LoadedConfig } from './config.ts';
import type { FormatContext } from './formats/format.ts';
import { loadFormat, reportFormats } from './formats/index.ts';
import { remedyFormats } from './formats/remedy/index.ts';
import { rulePage } from './formats/rule-page.ts';
import { remedySections } from './formats/rule-remedy.ts';
import { plain } from './formats/terminal.ts';
import { settingsByFile } from './overrides.ts';
import { ruleRegistry } from './registry.ts';
import { today } from './today.ts';
import { version } from './version.ts';

interface Given {
  readonly store: Store;
  readonly loaded: LoadedConfig;
  readonly access: ServerOptions['access'];
  readonly log?: ServerOptions['log'];
  /** Most bytes of a snapshot once decompressed. */
  readonly snapshotBytes?: number | undefined;
}

/** What the server has to be told: the rules, the configuration, the day, and how remedies and pages of rules are printed. */
export function serverOptions({ store, loaded, access, log, snapshotBytes = defaultLimits.snapshotBytes }: Given, io: Io): ServerOptions {
  const rules = withOwn(ruleRegistry, loaded);
  const context: FormatContext = { rules, paint: plain, columns: 100, quiet: false, root: `${pathToFileURL(io.cwd).href}/`, input: '' };
  return {
    store, rules, access, log,
    rulePage: (rule) => rulePage(rule, ruleRegistry.has(rule.id) ? remedySections(rule) : []),
    config: loaded.config,
    documents: Object.fromEntries(Object.entries(documentTypes).map(([format, type]) => [format, documentOf(format, type, context)])),
    settingsOf: settingsByFile(loaded, io.cwd),
    tool: version,
    program: programOf(rules),
    today: () => today(io.env),
    limits: { ...defaultLimits, snapshotBytes },
    async remedyTexts(judgement, remedies) {
      const texts = ['cloudformation', 'terraform', 'cli'].map(async (format) => {
        const rendered = (await loadFormat(remedyFormats, format))(remedies.map((remedy) => ({ judgement, remedy })), context);
        return [format, typeof rendered === 'string' ? rendered : [...rendered].join('')] as const;
      });
      return Object.fromEntries(await Promise.all(texts));
    },
  };
}

/** What the rules say of themselves and how they judge. */
function programOf(rules: ReadonlyMap<string, Rule>): string {
  const hash = createHash('sha256').update(version);
  for (const rule of rules.values()) hash.update(JSON.stringify(rule)).update(String(rule.check));
  return hash.digest('base64url');
}

/** Media types of the documents that the server hands out. */
const documentTypes = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8', sarif: 'application/sarif+json; charset=utf-8', markdown: 'text/markdown; charset=utf-8', html: 'text/html; charset=utf-8' };

function documentOf(format: string, type: string, context: FormatContext): WrittenDocument {
  return {
    type,
    extension: reportFormats[format]?.extensions[0]?.slice(1) ?? format,
    async write(readiness, estate) {
      const rendered = await (await loadFormat(reportFormats, format))([readiness], { ...context, estate });
      if (rendered instanceof Uint8Array) throw new TypeError(`${format} is no text`);
      return typeof rendered === 'string' ? rendered : [...rendered].join('');
    },
  };
}
