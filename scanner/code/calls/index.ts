import { compareText } from '../../../model/json.ts';
import { scopeOfText } from '../../files/scope.ts';
import type { FileScope } from '../../../model/occurrence.ts';
import type { ListedFile } from '../../files.ts';
import { scanner } from '../../scanner.ts';
import { codeProject } from '../project.ts';
import { referencesOf, scannerId, type ModuleFile } from './facts.ts';
import { importsIn } from './imports.ts';
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
const nothing: ReadCalls = { calls: [], deployments: [] };
const hasImports = (language: string): boolean => scriptLanguages.has(language as never) || language === 'python' || language === 'go';

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
    const readScript = scriptReader(project, places);
    const readTree = treeReader(project);
    const read = new Map<string, ModuleFile>();
    for (const file of [...files].sort((a, b) => compareText(a.path, b.path))) {
      const { path, absolutePath, language, scope } = file;
      if (language === undefined || !scopes.has(scope) || !(scriptLanguages.has(language) || treeLanguages.has(language))) continue;
      const text = project.text(absolutePath);
      if (text === undefined || !scopes.has(scopeOfText(scope, path, text))) continue;
      const imports = hasImports(language) ? importsIn(path, text, { language, places }) : [];
      const { calls, deployments, problem } = await parsed(file, text);
      if (problem !== undefined) yield { type: 'blind-spot', reason: 'unparsable', asked: `calls of AWS SDKs in ${path}`, message: problem, source: { scanner: scannerId, file: path } };
      if (imports.length + calls.length + deployments.length > 0) read.set(path, { calls, deployments, imports });
    }
    yield* referencesOf(read, files);

    async function parsed({ absolutePath, language }: ListedFile, text: string): Promise<ReadCalls> {
      if (language === undefined || text.length > 2_000_000) return nothing;
      if (scriptLanguages.has(language)) return scriptMentions.test(text) || /aws-cdk/.test(text) ? readScript(absolutePath, text) : nothing;
      return treeLanguages.get(language)?.mentions.test(text) === true ? readTree(language, absolutePath, text) : nothing;
    }
  },
});
