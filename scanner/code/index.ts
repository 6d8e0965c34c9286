import type { BlindSpot } from '../../model/blind-spot.ts';
import type { Coverage, Fact } from '../../model/fact.ts';
import { compareText } from '../../model/json.ts';
import type { FileScope } from '../../model/occurrence.ts';
import { languages, type LanguageId } from '../files/language.ts';
import type { ListedFile } from '../files.ts';
import { scanner } from '../scanner.ts';
import type { Reading, SourceText } from './language.ts';
import { occurrencesOf } from './occurrence-of.ts';
import { codeProject } from './project.ts';
import { frontEnds } from './front-ends.ts';
import { sifter, type Sifted } from './sift.ts';
import { suppressionsIn } from './suppression.ts';

export interface CodeScope {
  /** Folder that the paths of the files are relative to. */
  readonly root: string;
  readonly files: readonly ListedFile[];
  /** What files may be for; others are counted and not read. Everything but vendored and generated code if not given. */
  readonly scopes?: readonly FileScope[];
}

const id = 'code';
/** Occurrences told of one file; more are data, and no list for a person. */
const occurrenceLimit = 5_000;
const defaultScopes: readonly FileScope[] = ['production', 'test', 'example'];

/** Reads source text for regions, zones, endpoints, ARNs and images that are written into it. */
export const codeScanner = scanner<CodeScope>({
  id,
  title: 'Code and configuration text',
  calls: [],
  async *scan({ files, scopes = defaultScopes }) {
    const counts = new Map<string, number>();
    const unread = new Map<LanguageId, string[]>();
    const project = codeProject(files);
    const ends = frontEnds(project);
    const sift = sifter({ scopes: new Set(scopes), mentions: ends.mentions });
    for (const file of files) {
      const sifted = sift(file);
      count(counts, sifted.counted);
      if (sifted.state === 'blind') yield blindSpot(sifted, file.path);
      if (sifted.state !== 'passed') continue;
      const read = await ends.of(sifted.source.language);
      if (read === undefined) append(unread, sifted.source.language, file.path);
      else yield* factsOf(sifted.source, read(sifted.source));
    }
    for (const { source, sightings } of ends.rest(sift.mentioning)) yield* sightings.map(occurrenceFact(source));
    yield* unsupported(unread);
    yield* [...counts].sort(([a], [b]) => compareText(a, b)).map(coverage);
  },
});

/** Facts of one text, as rule examples and editors ask for them: no files are read, imports lead nowhere. */
export async function readCode(source: Omit<SourceText, 'absolutePath' | 'scope'> & Partial<Pick<SourceText, 'scope'>>): Promise<Fact[]> {
  const ends = frontEnds(codeProject([]));
  const read = await ends.of(source.language);
  const whole: SourceText = { scope: 'production', ...source, absolutePath: source.path };
  if (read === undefined) return [...unsupported(new Map([[source.language, [source.path]]]))];
  const facts = [...factsOf(whole, read(whole))];
  for (const { source: of, sightings } of ends.rest([])) facts.push(...sightings.map(occurrenceFact(of)));
  return facts;
}

function* factsOf(source: SourceText, reading: Reading): Iterable<Fact> {
  if (reading.problem) {
    const { reason, message } = reading.problem;
    yield { type: 'blind-spot', reason, asked: `regions in ${source.path}`, message, source: { scanner: id, file: source.path } };
  }
  const { sightings } = reading;
  if (sightings.length > occurrenceLimit) {
    yield { type: 'blind-spot', reason: 'too-large', asked: `regions in ${source.path}`, message: `It has ${sightings.length} of them; the first ${occurrenceLimit} are told.`, source: { scanner: id, file: source.path } };
  }
  yield* sightings.slice(0, occurrenceLimit).map(occurrenceFact(source));
  yield* suppressionsIn({ text: source.text, file: source.path, scanner: id, isInComment: (offset) => reading.isInComment(offset) });
}

function occurrenceFact(source: SourceText): (sighting: Reading['sightings'][number]) => Fact {
  const occurrenceOf = occurrencesOf(source);
  return (sighting) => ({ type: 'occurrence', occurrence: occurrenceOf(sighting) });
}

function blindSpot({ reason, message }: Extract<Sifted, { state: 'blind' }>, file: string): BlindSpot {
  return { type: 'blind-spot', reason, asked: `regions in ${file}`, message, source: { scanner: id, file } };
}

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
