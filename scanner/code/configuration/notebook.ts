import { parseTree, type Node as JsonNode } from 'jsonc-parser';
import { languageOfName, type LanguageId } from '../../files/language.ts';
import type { Embedded } from '../language.ts';
import { alignment, aligned, type Run } from './aligned.ts';

/** Languages by the names that kernels give them. */
const kernels: ReadonlyMap<string, LanguageId> = new Map([['python', 'python'], ['ipython', 'python'], ['javascript', 'javascript'], ['typescript', 'typescript'], ['scala', 'scala'], ['bash', 'shell'], ['csharp', 'csharp'], ['c#', 'csharp'], ['powershell', 'powershell'], ['java', 'java'], ['kotlin', 'kotlin'], ['go', 'go'], ['ruby', 'ruby'], ['sql', 'sql']]);
const magics: ReadonlyMap<string, LanguageId> = new Map([['bash', 'shell'], ['sh', 'shell'], ['script', 'shell'], ['javascript', 'javascript'], ['js', 'javascript'], ['html', 'html'], ['sql', 'sql'], ['python', 'python'], ['python3', 'python'], ['ruby', 'ruby'], ['perl', 'perl']]);

/** A piece of a program: a line as it is meant, and the characters of the file that it stands in. */
interface Line {
  readonly text: string;
  readonly from: number;
  readonly source: string;
}

/**
 * The programs of a notebook: its code cells as one program, so that what one cell defines is known in the next, and cells and lines that are
 * handed to a shell. Outputs and texts are none. Undefined for what is no notebook.
 */
export function programsIn(text: string): Embedded[] | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const cells = root === undefined ? undefined : (memberOf(root, 'cells') ?? memberOf(memberOf(root, 'worksheets')?.children?.[0], 'cells'))?.children;
  if (root === undefined || cells === undefined) return undefined;
  const metadata = memberOf(root, 'metadata');
  const kernel = textOf(memberOf(memberOf(metadata, 'language_info'), 'name')) ?? textOf(memberOf(memberOf(metadata, 'kernelspec'), 'language')) ?? 'python';
  const language = kernels.get(kernel.toLowerCase());
  const programs = new Map<LanguageId, Line[]>();
  for (const cell of cells) if (textOf(memberOf(cell, 'cell_type')) === 'code') addCell(linesOf(memberOf(cell, 'source') ?? memberOf(cell, 'input'), text), language, programs);
  return [...programs].map(([of, lines]) => programOf(of, lines));
}

function addCell(lines: readonly Line[], kernel: LanguageId | undefined, programs: Map<LanguageId, Line[]>): void {
  const magic = /^\s*%%(\w+)(?:[ \t]+(?:-\w+[ \t]+)*(\S+))?/.exec(lines[0]?.text ?? '');
  const written = magic?.[1] === 'writefile' ? languageOfName(magic[2] ?? '') : magics.get(magic?.[1] ?? '');
  const language = magic === null ? kernel : (written ?? (/^(?:time|timeit|capture|prun|local)$/.test(magic[1] ?? '') ? kernel : undefined));
  if (language === undefined) return;
  for (const line of magic === null ? lines : lines.slice(1)) {
    const shell = language === 'python' ? /^\s*[!%]/.exec(line.text)?.[0] : undefined;
    if (shell === undefined) append(programs, language, line);
    else if (shell.endsWith('!')) append(programs, 'shell', { ...line, text: `${' '.repeat(shell.length)}${line.text.slice(shell.length)}` });
  }
}

function append(programs: Map<LanguageId, Line[]>, language: LanguageId, line: Line): void {
  const known = programs.get(language);
  if (known) known.push(line);
  else programs.set(language, [line]);
}

function programOf(language: LanguageId, lines: readonly Line[]): Embedded {
  const runs: Run[] = [];
  let text = '';
  for (const line of lines) {
    const { place } = aligned(line.text, line.source, line.from);
    for (let at = 0; at < line.text.length;) {
      const { from } = place(at, at + 1);
      let length = 1;
      while (at + length < line.text.length && place(at + length, at + length + 1).from === from + length) length += 1;
      runs.push({ at: text.length + at, from, length });
      at += length;
    }
    text += line.text.endsWith('\n') ? line.text : `${line.text}\n`;
  }
  const last = lines.at(-1);
  const end = last === undefined ? 0 : last.from + last.source.length;
  return { language, text, from: lines[0]?.from ?? 0, to: end, ...alignment(runs, end) };
}

/** Lines of a source, which is a text or a list of texts. */
function linesOf(source: JsonNode | undefined, text: string): Line[] {
  const nodes = source?.type === 'array' ? (source.children ?? []) : source === undefined ? [] : [source];
  return nodes.flatMap((node): Line[] => {
    const { offset, length } = node;
    const whole = textOf(node);
    if (whole === undefined) return [];
    const raw = text.slice(offset + 1, offset + length - 1);
    return source?.type === 'array' ? [{ text: whole, from: offset + 1, source: raw }] : splitLines(whole, raw, offset + 1);
  });
}

/** Line ends are written \n; a backslash before the n that is itself written \\ is none. */
function splitLines(whole: string, raw: string, from: number): Line[] {
  const ends = Array.from(raw.matchAll(/\\(?:n|[^n])/g)).filter(([found]) => found === '\\n').map(({ index }) => index + 2);
  const lines = whole.split(/(?<=\n)/);
  return lines.map((text, number) => {
    const start = number === 0 ? 0 : (ends[number - 1] ?? raw.length);
    return { text, from: from + start, source: raw.slice(start, ends[number] ?? raw.length) };
  });
}

function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (node?.type !== 'object') return undefined;
  return node.children?.find(({ children: [key] = [] }) => key?.value === name)?.children?.[1];
}

const textOf = (node: JsonNode | undefined): string | undefined => (typeof node?.value === 'string' ? node.value : undefined);
