import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Occurrence } from './occurrence.ts';

/** Identity of a finding: rule and subject, and nothing that changes when a message is reworded or lines move. 32 hexadecimal digits. */
export function fingerprint(ruleId: string, subjectId: string): string {
  return hashText(`${ruleId}\n${subjectId}`);
}

/** A large estate has a fingerprint for each of a million verdicts: one hash is used again and again instead of making each its own. */
const blank = sha256.create();
const working = blank.clone();
const encoder = new TextEncoder();
/** Bytes that a text of a quarter as many characters surely fits in. */
const input = new Uint8Array(4096);
const digest = new Uint8Array(32);

/** The first 128 bits of SHA-256, in hexadecimal. */
export function hashText(text: string): string {
  if (text.length * 4 > input.length) return bytesToHex(sha256(encoder.encode(text)).subarray(0, 16));
  const { written } = encoder.encodeInto(text, input);
  blank._cloneInto(working).update(input.subarray(0, written)).digestInto(digest);
  return bytesToHex(digest.subarray(0, 16));
}

/**
 * Subjects of code findings, in the order of the occurrences: file, text, syntax and enclosing name. The line is not part of it, so
 * that a finding stays the same when code moves; equal subjects in one file are numbered.
 */
export function occurrenceSubjects(occurrences: readonly Occurrence[]): string[] {
  const seen = new Map<string, number>();
  return occurrences.map(({ file, form, role, text, name = '', callee = '', enclosing = '', construct }) => {
    const identity = [form, role, construct === undefined ? text : construct.kind, name, callee, enclosing].join('|');
    const key = `${file}#${identity}`;
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return number === 1 ? key : `${key}|${number}`;
  });
}
