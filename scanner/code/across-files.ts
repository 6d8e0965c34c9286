import type { Fact } from '../../model/fact.ts';
import { scopeOfText } from '../files/scope.ts';
import type { ListedFile } from '../files.ts';
import type { CodeScope } from './index.ts';
import type { Remembered } from './cache/entry.ts';
import { contentHash } from './cache/signature.ts';
import { occurrenceFact } from './facts-of.ts';
import { frontEnds, type FrontEnds } from './front-ends.ts';
import type { LanguageId } from '../files/language.ts';
import { codeProject, watched, type WatchedProject } from './project.ts';

/** What hangs on several files: constants of one that others use. */
export interface AcrossFiles {
  readonly ends: FrontEnds;
  readonly watch: WatchedProject;
  /** Notes a file that mentions what its language's front-end asks for. To be called in the order of the listing. */
  mention(file: ListedFile, hash: string): void;
  /** Notes a file whose reading waits for others. */
  wait(file: ListedFile, read: Pick<Remembered, 'counted' | 'hash'>): void;
  /** Once, after the last file. */
  rest(): Promise<Fact[]>;
}

export function acrossFiles(files: readonly ListedFile[], { cache, overlay }: Pick<CodeScope, 'cache' | 'overlay'>): AcrossFiles {
  const watch = watched(codeProject(files, overlay));
  const ends = frontEnds(watch.project);
  const mentioning: string[] = [];
  const waiting: { readonly file: ListedFile; readonly language: LanguageId }[] = [];
  const identities: string[] = [];

  /** Front-ends have not seen files that were recalled; reading them again tells nothing new but what they wait for. */
  async function readAgain(): Promise<void> {
    for (const { file, language } of waiting) {
      const end = await ends.of(language);
      if (end === undefined || end.waits?.(file.absolutePath) === true) continue;
      const text = watch.project.text(file.absolutePath);
      if (text !== undefined) end.read({ path: file.path, absolutePath: file.absolutePath, language, scope: scopeOfText(file.scope, file.path, text), text });
    }
  }

  async function followed(): Promise<Fact[]> {
    await readAgain();
    const facts: Fact[] = [];
    for (const { source, sightings } of ends.rest(mentioning)) facts.push(...sightings.map(occurrenceFact(source)));
    return facts;
  }

  return {
    ends,
    watch,
    mention({ absolutePath, path }, hash) {
      mentioning.push(absolutePath);
      identities.push(`mentions ${path} ${hash}`);
    },
    wait(file, { counted, hash }) {
      waiting.push({ file, language: counted as LanguageId });
      identities.push(`waits ${file.path} ${hash}`);
    },
    async rest() {
      if (cache === undefined || overlay !== undefined || waiting.length === 0 || !ends.tell()) return followed();
      const key = contentHash([...files.map(({ path }) => path), '', ...identities].join('\0'));
      const known = cache.recallRest(key);
      if (known !== undefined) return [...known];
      watch.take();
      const facts = await followed();
      const inKey = new Set([...mentioning, ...waiting.map(({ file }) => file.absolutePath)]);
      cache.keepRest({ key, touched: watch.take().files.filter((path) => !inKey.has(path)), facts });
      return facts;
    },
  };
}
