import { UserError } from '../model/errors.ts';

/** The value of --max-snapshot-bytes. Throws RR103. */
export function byteLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new UserError('RR103', `--max-snapshot-bytes takes a number of bytes, not ${text}.`, { hint: 'Write it as 8589934592.' });
}
