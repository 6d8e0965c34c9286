import { lineStarts, positionAt } from '../../model/position.ts';
import type { LanguageId } from '../files/language.ts';
import { lineSightings } from './configuration/line-text.ts';
import type { Embedded, FrontEnd, Language, Project, Reading, Sighting, SourceText, Stretch } from './language.ts';
import { codeLanguages } from './languages/index.ts';
import { codeProject } from './project.ts';

/** Programs in programs in programs: user data in a template in a heredoc. */
const depthLimit = 3;
/** Programs read of one file. */
const countLimit = 2_000;

/** Grammars are loaded once; the front-ends themselves are made anew for each text, which nothing outside of it can name. */
const loaded = new Map<Language['load'], Promise<(project: Project) => FrontEnd>>();

/** The reading with what the programs inside of its literals say, in offsets of the whole text. */
export async function withEmbedded(source: SourceText, reading: Reading, depth: number = 0): Promise<Reading> {
  const { embedded = [] } = reading;
  if (embedded.length === 0) return reading;
  const inner: { readonly part: Embedded; readonly read: Reading }[] = [];
  for (const part of embedded.slice(0, countLimit)) inner.push({ part, read: await readPart(source, part, depth) });
  const lines = linesWithin(source);
  const sightings = [...reading.sightings, ...inner.flatMap(({ part, read }) => read.sightings.map((sighting) => outward(sighting, part, lines)))];
  const more = embedded.length > countLimit ? { reason: 'unsupported', message: `It holds ${embedded.length} programs; the first ${countLimit} were read.` } as const : undefined;
  const problem = reading.problem ?? more;
  return {
    sightings,
    isInComment(offset) {
      if (reading.isInComment(offset)) return true;
      const found = inner.find(({ part }) => part.from <= offset && offset < part.to);
      const at = found?.part.inside(offset);
      return found !== undefined && at !== undefined && found.read.isInComment(at);
    },
    ...(problem === undefined ? {} : { problem }),
  };
}

async function readPart(source: SourceText, part: Embedded, depth: number): Promise<Reading> {
  const { language, text } = part;
  const whole: SourceText = { ...source, language, text };
  const frontEnd = depth < depthLimit ? await frontEndOf(language) : undefined;
  if (frontEnd === undefined) return { sightings: lineSightings(text), isInComment: (offset) => /(?:#|\/\/)[^\n]*$/.test(text.slice(Math.max(0, offset - 200), offset)) };
  const reading = frontEnd.read(whole);
  const rest = [...(frontEnd.rest?.([]) ?? [])].flatMap(({ sightings }) => sightings);
  return withEmbedded(whole, { ...reading, sightings: [...reading.sightings, ...rest] }, depth + 1);
}

async function frontEndOf(language: LanguageId): Promise<FrontEnd | undefined> {
  const known = codeLanguages.get(language);
  if (known === undefined) return undefined;
  let factory = loaded.get(known.load);
  if (factory === undefined) loaded.set(known.load, (factory = known.load()));
  return (await factory)(codeProject([]));
}

/** Tells on which line of the text around it a line of a program stands. */
function linesWithin({ text, path }: SourceText): (sink: NonNullable<Sighting['sink']>, part: Embedded) => NonNullable<Sighting['sink']> {
  let outer: Uint32Array | undefined;
  const inner = new Map<Embedded, Uint32Array>();
  return (sink, part) => {
    if (sink.file !== path) return sink;
    const starts = inner.get(part) ?? lineStarts(part.text);
    inner.set(part, starts);
    const from = starts[sink.line - 1] ?? 0;
    return { ...sink, line: positionAt((outer ??= lineStarts(text)), part.place(from, from + 1).from).line };
  };
}

/** In the words of the file: what the program itself does not say is said by what is around it. */
function outward(sighting: Sighting, part: Embedded, lines: ReturnType<typeof linesWithin>): Sighting {
  const { language, callee, service, enclosing } = part;
  const inFile = ({ from, to }: Stretch): Stretch => part.place(from, to);
  return {
    ...sighting,
    language: sighting.language ?? language,
    scope: sighting.scope ?? part.scope,
    ...inFile(sighting),
    ...(sighting.sink === undefined ? {} : { sink: lines(sighting.sink, part) }),
    ...(sighting.construct === undefined ? {} : { construct: { ...sighting.construct, ...inFile(sighting.construct) } }),
    callee: sighting.callee ?? callee,
    service: sighting.service ?? service,
    enclosing: [enclosing, sighting.enclosing].filter((name) => name !== undefined).join('.') || undefined,
  };
}
