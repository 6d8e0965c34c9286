import { UserError } from '../model/errors.ts';

/** The value of --headroom. Throws RR103. */
export function headroomOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+(?:\.\d+)?$/.test(text) && value >= 1) return value;
  throw new UserError('RR103', `--headroom takes a factor of at least 1, not ${text}.`, { hint: 'Write 2.0 for twice as much as home uses.' });
}
