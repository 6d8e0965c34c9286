import type { BlindSpotReason } from '../../../model/blind-spot.ts';
import { messageOf } from '../../../model/errors.ts';
import type { Json } from '../../../model/json.ts';
import type { IacFile } from '../reader.ts';
import { asObject, asText, member } from './members.ts';

export type ParsedDocument = { readonly document: Json } | { readonly problem: string; readonly reason: BlindSpotReason };

/** Cheap test on the first member of a JSON object. */
export function startsWithKey(text: string, keys: readonly string[]): boolean {
  const [, first = ''] = /^\uFEFF?\s{0,1000}\{\s{0,1000}"([a-z_]{1,40})"/.exec(text.slice(0, 3000)) ?? [];
  return keys.includes(first);
}

/** The JSON of a plan or of `terraform show`, if it is of a version that is read here. */
export function parseDocument({ text }: IacFile): ParsedDocument {
  let document: Json;
  try {
    document = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as Json;
  } catch (thrown) {
    return { reason: 'unparsable', problem: `It is not valid JSON: ${messageOf(thrown)}` };
  }
  if (asObject(document) === undefined) return { reason: 'unparsable', problem: 'It is no JSON object.' };
  const version = member(document, 'format_version');
  return version === undefined ? { document } : checkVersion(document, asText(version) ?? '');
}

function checkVersion(document: Json, version: string): ParsedDocument {
  const major = /^(\d{1,4})\.\d{1,4}/.exec(version)?.[1];
  if (major === undefined) return { reason: 'unsupported', problem: 'Its format_version is not a version.' };
  if (Number(major) <= 1) return { document };
  return { reason: 'unsupported', problem: `It was written by a newer Terraform (format version ${version}) than this version reads (1.x).` };
}
