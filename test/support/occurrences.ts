import type { BlindSpot } from '../../model/blind-spot.ts';
import type { Fact } from '../../model/fact.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import type { Suppression } from '../../model/suppression.ts';
import { readCode } from '../../scanner/code/index.ts';
import { languageOfName } from '../../scanner/files/language.ts';

/** Facts that the front-end of a file name's language gives for a text. */
export async function factsIn(text: string, path = 'a.ts'): Promise<Fact[]> {
  return await readCode({ path, language: languageOfName(path) ?? 'typescript', text });
}

export async function occurrencesIn(text: string, path?: string): Promise<Occurrence[]> {
  const facts = await factsIn(text, path);
  return facts.flatMap((fact) => (fact.type === 'occurrence' ? [fact.occurrence] : [])).sort((a, b) => a.span.line - b.span.line || a.span.column - b.span.column);
}

export async function suppressionsOf(text: string, path?: string): Promise<Suppression[]> {
  return (await factsIn(text, path)).filter((fact) => fact.type === 'suppression');
}

export async function blindSpotsIn(text: string, path?: string): Promise<BlindSpot[]> {
  return (await factsIn(text, path)).filter((fact) => fact.type === 'blind-spot');
}

/**
 * An occurrence in one line, so that a table of sources can be read: `role form text name=… in=callee of=service sink=role:name@line`,
 * then for a construct `kind[regions] content` with + where it has an answer for other regions.
 */
export function shown({ role, form, text, name, callee, service, sink, construct }: Occurrence): string {
  return [
    role, form, text,
    ...(name === undefined ? [] : [`name=${name}`]),
    ...(callee === undefined ? [] : [`in=${callee}`]),
    ...(service === undefined ? [] : [`of=${service}`]),
    ...(sink === undefined ? [] : [`sink=${sink.role}:${sink.name ?? ''}@${sink.line}`]),
    ...(construct === undefined ? [] : [`${construct.kind}[${construct.regions.join()}] ${construct.content}${construct.side === undefined ? '' : ` ${construct.side}`}${construct.fallback ? ' +' : ''}`]),
  ].join(' ');
}
