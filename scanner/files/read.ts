import { closeSync, constants, openSync, readSync, fstatSync } from 'node:fs';

/** Larger files are not read: they are data, bundles or dumps. */
export const sizeLimit = 2 * 1024 * 1024;

/** The bytes of a file, valid until the next read, or why there are none. */
export type Bytes =
  | { readonly state: 'read'; readonly size: number; readonly bytes: Buffer }
  | { readonly state: 'too-large'; readonly size: number }
  /** Gone since it was listed, as files deleted from a work tree are. */
  | { readonly state: 'gone' }
  /** A symbolic link, folder or device. */
  | { readonly state: 'no-file' }
  | { readonly state: 'unreadable'; readonly code: string };

export interface ByteReader {
  read(path: string): Bytes;
}

/** Bytes that there must be room for to see that a file is larger than the limit. */
export const roomFor = (limit: number): number => limit + 1;

/** Reads files one after the other into one buffer, which is three times faster than asynchronous reads of many small files. */
export function byteReader(limit: number = sizeLimit, buffer: Buffer = Buffer.allocUnsafeSlow(roomFor(limit))): ByteReader {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  return {
    read(path) {
      let file: number;
      try {
        file = openSync(path, flags);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
        if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'gone' };
        return code === 'ELOOP' || code === 'EISDIR' ? { state: 'no-file' } : { state: 'unreadable', code };
      }
      try {
        return fill(file, buffer);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
        return code === 'EISDIR' ? { state: 'no-file' } : { state: 'unreadable', code };
      } finally {
        closeSync(file);
      }
    },
  };
}

function fill(file: number, buffer: Buffer): Bytes {
  let size = 0;
  while (size < buffer.length) {
    const count = readSync(file, buffer, size, buffer.length - size, null);
    if (count === 0) break;
    size += count;
  }
  if (size === buffer.length) return { state: 'too-large', size: Math.max(size, Number(fstatSync(file).size)) };
  return { state: 'read', size, bytes: buffer.subarray(0, size) };
}

/** The bytes as text: UTF-8, or UTF-16 where a byte order mark says so; without the mark. */
export function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1))).swap16().toString('utf16le');
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes.toString('utf8', start);
}

/** Whether bytes are UTF-16, which a search for ASCII does not see through. */
export function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** Whether bytes are no text. */
export function isBinary(bytes: Buffer): boolean {
  return !isUtf16(bytes) && bytes.subarray(0, 8_000).includes(0);
}
