import type { BlindSpot } from '../../model/blind-spot.ts';
import type { Coverage, Fact } from '../../model/fact.ts';
import { compareText } from '../../model/json.ts';
import type { FileScope } from '../../model/occurrence.ts';
import { languages, type LanguageId } from '../files/language.ts';
import type { ListedFile } from '../files.ts';
import { scanner } from '../scanner.ts';
import { acrossFiles } from './across-files.ts';
import { ahead } from './ahead.ts';
import type { CodeCache } from './cache/cache.ts';
import type { Remembered } from './cache/entry.ts';
import { withEmbedded } from './embedded.ts';
import { factsOf, occurrenceFact, scannerId } from './facts-of.ts';
import { fileReader } from './file-reader.ts';
import { frontEnds } from './front-ends.ts';
import type { SourceText } from './language.ts';
import { codeProject } from './project.ts';
import { readersFor } from './readers.ts';
import { nameSifter } from './sift.ts';

export interface CodeScope {
  /** Folder that the paths of the files are relative to. */
  readonly root: string;
  readonly files: readonly ListedFile[];
  /** What files may be for; others are counted and not read. Everything but vendored and generated code if not given. */
  readonly scopes?: readonly FileScope[];
  /** Readings of earlier runs. The facts are the same with it and without. */
  readonly cache?: CodeCache | undefined;
  /** Texts that stand for those of files, by absolute path: what is staged. */
  readonly overlay?: ReadonlyMap<string, Buffer> | undefined;
  /** Templates that are deployed to several regions, by absolute path: names that are there once matter in them alone. None if not given. */
  readonly deployedTwice?: ReadonlySet<string> | undefined;
}

interface Step {
  readonly file: ListedFile;
  readonly read: Remembered;
}

const id = scannerId;
export const defaultScopes: readonly FileScope[] = ['production', 'test', 'example'];

/** Reads source text for regions, zones, endpoints, ARNs and images that are written into it. */
export const codeScanner = scanner<CodeScope>({
  id,
  title: 'Code and configuration text',
  calls: [],
  async *scan({ files, scopes = defaultScopes, cache, overlay, deployedTwice }) {
    const counts = new Map<string, number>();
    const unread = new Map<LanguageId, string[]>();
    const across = acrossFiles(files, overlay === undefined ? cache : undefined);
    const reader = fileReader({ byName: nameSifter(new Set(scopes)), cache, overlay });
    const told = files.map((file) => reader.told(file));
    const readers = readersFor({ files, open: told.filter((read) => read === undefined).length, scopes, hashing: cache !== undefined, overlay, whole: deployedTwice });
    const opened = async (file: ListedFile): Promise<Step> => ({ file, read: await reader.read({ file, known: reader.known(file) }, readers) });
    const steps = ahead(files.entries(), ([index, file]): Step | Promise<Step> => (told[index] === undefined ? opened(file) : { file, read: told[index] }), readers.isFull);
    try {
      for await (const some of steps) {
        for (const { file, read } of some) {
          count(counts, read.counted);
          if (read.unread) append(unread, read.counted as LanguageId, file.path);
          across.note(file, read);
          yield* deployedTwice?.has(file.absolutePath) === true ? read.facts : read.facts.filter((fact) => !isGlobalName(fact));
        }
      }
      yield* await across.rest(readers.follow);
    } finally {
      readers.close();
    }
    yield* unsupported(unread);
    yield* [...counts].sort(([a], [b]) => compareText(a, b)).map(coverage);
    cache?.close();
  },
});

/** Facts of one text, as rule examples and editors ask for them: no files are read, imports lead nowhere. */
export async function readCode(source: Omit<SourceText, 'absolutePath' | 'scope'> & Partial<Pick<SourceText, 'scope'>>): Promise<Fact[]> {
  const ends = frontEnds(codeProject([]));
  const end = await ends.of(source.language);
  const whole: SourceText = { scope: 'production', ...source, absolutePath: source.path };
  if (end === undefined) return [...unsupported(new Map([[source.language, [source.path]]]))];
  const facts = [...factsOf(whole, await withEmbedded(whole, end.read(whole)))];
  for (const { source: of, sightings } of ends.rest([])) facts.push(...sightings.map(occurrenceFact(of)));
  return facts;
}

const isGlobalName = (fact: Fact): boolean => fact.type === 'occurrence' && fact.occurrence.form === 'global-name';

/** One for each language, not for each file: a repository can hold thousands. */
function* unsupported(unread: ReadonlyMap<LanguageId, readonly string[]>): Iterable<BlindSpot> {
  for (const [language, paths] of [...unread].sort(([a], [b]) => compareText(a, b))) {
    const some = paths.slice(0, 3).join(', ');
    yield {
      type: 'blind-spot',
      reason: 'unsupported',
      asked: `regions in files of ${languages[language].title}`,
      message: `${paths.length} ${paths.length === 1 ? 'file mentions' : 'files mention'} AWS regions, endpoints or ids and ${languages[language].title} is not read: ${some}${paths.length > 3 ? ' …' : ''}`,
      source: { scanner: id, ...(paths.length === 1 && paths[0] !== undefined ? { file: paths[0] } : {}) },
    };
  }
}

const coverage = ([what, number]: readonly [string, number]): Coverage => ({ type: 'coverage', what: `files:${what}`, count: number, source: { scanner: id } });

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
