import { compareText } from '../../../model/json.ts';
import { scopeOfText } from '../../files/scope.ts';
import type { FileScope } from '../../../model/occurrence.ts';
import type { LanguageId } from '../../files/language.ts';
import type { ListedFile } from '../../files.ts';
import { inlineCode } from '../../inline-code.ts';
import { scanner } from '../../scanner.ts';
import { codeProject } from '../project.ts';
import { referencesOf, scannerId, type ModuleFile } from './facts.ts';
import { importsIn } from './imports.ts';
import { inlineFunctions, inlineMentions, type InlineFunction } from './inline-functions.ts';
import { scriptLanguages, scriptMentions, treeLanguages } from './languages.ts';
import { placesOf } from './places.ts';
import { scriptReader, type ReadCalls } from './read-script.ts';
import { treeReader } from './read-tree.ts';

export interface CallScope {
  /** Files of the scan; paths are relative to one root. */
  readonly files: readonly ListedFile[];
}

/** Tests and generated code call resources that the program does not. */
const scopes: ReadonlySet<FileScope> = new Set(['production', 'example']);
/** Longer texts are data. */
const textLimit = 2_000_000;
const nothing: ReadCalls = { calls: [], deployments: [] };
const hasImports = (language: LanguageId): boolean => scriptLanguages.has(language) || language === 'python' || language === 'go' || language === 'csharp';

/**
 * Which resources code calls through AWS SDKs. Files that mention no SDK are searched for imports and not parsed. What a call names is told
 * as far as the code tells it; the graph finds out what runs the code and what its environment says.
 */
export const callScanner = scanner<CallScope>({
  id: scannerId,
  title: 'Calls of AWS SDKs',
  calls: [],
  async *scan({ files }) {
    const project = codeProject(files);
    const places = placesOf(files, project);
    const found: { readonly file: ListedFile; readonly language: LanguageId; readonly imports: readonly string[]; readonly mentions: boolean }[] = [];
    const importers = new Map<string, string[]>();
    const templates: ListedFile[] = [];
    for (const file of [...files].sort((a, b) => compareText(a.path, b.path))) {
      const { path, absolutePath, language, scope } = file;
      if (isTemplate(file)) templates.push(file);
      if (language === undefined || !scopes.has(scope) || !(scriptLanguages.has(language) || treeLanguages.has(language))) continue;
      const text = project.text(absolutePath);
      if (text === undefined || !scopes.has(scopeOfText(scope, path, text))) continue;
      const imports = hasImports(language) ? importsIn(path, text, { language, places }) : [];
      const mentions = text.length <= textLimit && (scriptLanguages.has(language) ? scriptMentions.test(text) : treeLanguages.get(language)?.mentions.test(text) === true);
      if (imports.length > 0 || mentions) found.push({ file, language, imports, mentions });
      for (const target of imports) importers.set(places.absolute(target), [...(importers.get(places.absolute(target)) ?? []), absolutePath]);
    }
    const importersOf = (absolutePath: string): readonly string[] => importers.get(absolutePath) ?? [];
    const readScript = scriptReader(project, places, importersOf);
    const readTree = treeReader(project, importersOf);
    const read = new Map<string, ModuleFile>();
    for (const { file: { path, absolutePath }, language, imports, mentions } of found) {
      const text = mentions ? project.text(absolutePath) : undefined;
      const { calls, deployments, problem } = text === undefined ? nothing : scriptLanguages.has(language) ? readScript(absolutePath, text) : await readTree(language, absolutePath, text);
      if (problem !== undefined) yield { type: 'blind-spot', reason: 'unparsable', asked: `calls of AWS SDKs in ${path}`, message: problem, source: { scanner: scannerId, file: path } };
      read.set(path, { calls: calls.map((call) => ({ ...call, within: calledElsewhere(call.within, text ?? '') })), deployments, imports });
    }
    for (const { path, absolutePath } of templates) {
      const text = project.text(absolutePath) ?? '';
      for (const inline of text.length <= textLimit && inlineMentions.test(text) ? inlineFunctions(text) : []) {
        const { calls } = !mentionsSdk(inline) ? nothing : scriptLanguages.has(inline.language) ? readScript(`${absolutePath}.js`, inline.text) : await readTree(inline.language, absolutePath, inline.text);
        const named = calls.map((call) => ({ ...call, to: call.to.replace(filledIn, '${?$1}'), line: inline.lineOf(call.line), within: undefined }));
        if (named.length > 0) read.set(inlineCode(path, inline.id), { file: path, calls: named, deployments: [], imports: [] });
      }
    }
    yield* referencesOf(read, { files, textOf: (path) => project.text(places.absolute(path)) ?? '' });
  },
});

const isTemplate = ({ language, scope }: ListedFile): boolean => (language === 'yaml' || language === 'json') && scopes.has(scope);
const mentionsSdk = ({ language, text }: InlineFunction): boolean => (scriptLanguages.has(language) ? scriptMentions : treeLanguages.get(language)?.mentions)?.test(text) === true;
/** What Fn::Sub fills into code is in the words of the template, not in those of the code. */
const filledIn = /\$\{(?!env:|\?)([^{}]*)\}/g;

/** Name of a function, if its file does not call it. */
function calledElsewhere(within: string | undefined, text: string): string | undefined {
  const name = within?.slice(within.lastIndexOf('.') + 1);
  return name === undefined || name === 'constructor' || text.split(new RegExp(`\\b${name.replace(/\W/g, '')}\\b`)).length > 2 ? undefined : name;
}
