import type { Document } from 'yaml';

export interface Parsed {
  readonly documents: readonly Document.Parsed[];
  lineOf(offset: number): number;
}

/** How often a text is repaired and parsed again, each time further down. */
const rounds = 40;
/** Longest text for which parsing it again is cheap enough. */
const lengthLimit = 1_000_000;

/**
 * CloudFormation's own parser lets continuation lines of quoted text and the closing brackets of flow collections stand as far left as
 * they like; the YAML specification wants them indented. About one template in a hundred needs this. Such lines are moved right, which
 * changes no value and no line number. Only a text that parses without error in the end counts as repaired.
 */
export function parseRepaired(text: string, parse: (text: string) => Parsed): Parsed {
  const first = parse(text);
  let parsed = first;
  let lines: string[] | undefined;
  for (let round = 0; round < rounds && text.length <= lengthLimit; round += 1) {
    const error = parsed.documents.flatMap((document) => document.errors)[0];
    if (!error) return parsed;
    const offset = repairable(error.code, error.message);
    if (offset === undefined) break;
    lines ??= text.split('\n');
    if (!indent(lines, parsed.lineOf(error.pos[0]) - 1 + offset)) break;
    parsed = parse(lines.join('\n'));
  }
  return parsed.documents.some((document) => document.errors.length > 0) ? first : parsed;
}

/** Lines from the reported one to the one that stands too far left; undefined if indentation is not what is wrong. */
function repairable(code: string, message: string): number | undefined {
  if ((code === 'BAD_INDENT' && message.startsWith('Flow ')) || code === 'UNEXPECTED_TOKEN') return 0;
  if (code === 'MISSING_CHAR' && /quote/.test(message)) return 1;
  return undefined;
}

/** Moves a line to the right of the one before it. */
function indent(lines: string[], index: number): boolean {
  const line = lines[index];
  const before = lines.slice(Math.max(0, index - 50), index).findLast((text) => text.trim() !== '');
  if (line === undefined || before === undefined) return false;
  const margin = before.length - before.trimStart().length + 1;
  lines[index] = ' '.repeat(margin) + line.trimStart();
  return true;
}
