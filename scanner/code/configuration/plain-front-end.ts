import type { FrontEnd, Project, Reading, Sighting, SourceText, Stretch } from '../language.ts';
import { isForPeople } from '../prose.ts';
import { commentsOf, withoutComments, type CommentStyle } from './comments.ts';
import { lineSightings } from './line-text.ts';
import { settingsAround } from './settings-around.ts';

/** Reads languages that no grammar is brought for: their comments are told from their lines, and each line by its key, option or call. */
export function plainFrontEnd(style: CommentStyle): (project: Project) => FrontEnd {
  return () => ({ read: (source) => readPlain(source, style) });
}

export function readPlain({ text }: Pick<SourceText, 'text'>, style: CommentStyle): Reading {
  const comments = commentsOf(text, style);
  const program = withoutComments(text, comments);
  return { sightings: lineSightings(program).map((sighting) => told(sighting, program)), isInComment: (offset) => comments.some(({ from, to }) => from <= offset && offset < to) };
}

const call = /([A-Za-z_@][\w.]{0,80})\s{0,3}\(?\s{0,3}[a-z]?"[^"]{0,300}$|([A-Za-z_@][\w.]{0,80})\s{0,3}\(?\s{0,3}'[^']{0,300}$/;
/** Recipes and steps that only print. */
const prints = /^\s*[@-]{0,2}\s*(?:echo|printf|print|\$\((?:info|warning|error))\b(?![^\n]*(?:\||>|\$\(shell))/;
/** A name that is made known; what uses it says where the region goes. */
const imports = /^\s*import\s/;
/** What make and Gradle set where nothing else did. */
const conditional = /^\s*(?:export\s+)?[\w.-]{1,100}\s*\?=/;

/** What the line around a sighting says of it: the call that gets it, whether it is printed, and the settings beside it. */
function told(sighting: Sighting, text: string): Sighting {
  const line = lineAround(text, sighting.from);
  const before = text.slice(Math.max(line.from, sighting.from - 400), sighting.from);
  const found = call.exec(before);
  const callee = found?.[1] ?? found?.[2];
  const said = imports.test(text.slice(line.from, sighting.from)) || prints.test(text.slice(line.from, Math.min(line.to, line.from + 2_000))) || (callee !== undefined && isForPeople({ text: sighting.text, from: 0, callee }));
  const siblings = settingsAround(text, line);
  return {
    ...sighting,
    ...(callee === undefined || said ? {} : { callee }),
    ...(siblings.length === 0 ? {} : { siblings }),
    ...(text.charAt(line.from) === '\t' && isRecipeOfTests(text, line.from) ? { scope: 'test' as const } : {}),
    role: said ? 'text' : conditional.test(before) && sighting.role === 'assignment' ? 'default' : sighting.role,
  };
}

/** How far above its last line the head of a recipe is looked for. */
const recipeLength = 4_000;
const recipeHead = /^([A-Za-z_][\w./%-]{0,80})[ \t]*:(?![=:])/gm;

/** Whether a line belongs to a recipe of a makefile that runs tests: test-e2e, acceptance. */
function isRecipeOfTests(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - recipeLength), at);
  const [, target = ''] = Array.from(before.matchAll(recipeHead)).at(-1) ?? [];
  return /(?:^|[-_./])(?:e2e|end-to-end|acceptance|testacc|unit-?tests?|tests?)(?:[-_./]|$)/i.test(target);
}

function lineAround(text: string, at: number): Stretch {
  const end = text.indexOf('\n', at);
  return { from: text.lastIndexOf('\n', Math.max(0, at - 1)) + 1, to: end === -1 ? text.length : end };
}
