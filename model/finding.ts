import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Occurrence } from './occurrence.ts';

/** Identity of a finding: rule and subject, and nothing that changes when a message is reworded or lines move. 32 hexadecimal digits. */
export function fingerprint(ruleId: string, subjectId: string): string {
  return hashText(`${ruleId}\n${subjectId}`);
}

/** The first 128 bits of SHA-256, in hexadecimal. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 16));
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
