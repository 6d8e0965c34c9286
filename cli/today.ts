import { z } from 'zod';
import { UserError } from '../model/errors.ts';
import type { Io } from './command.ts';

/** Day of the judgement, ISO 8601. REGIONREADY_TODAY sets it, so that a run can be repeated byte for byte. */
export function today(env: Io['env'], now: () => Date = () => new Date()): string {
  const given = env['REGIONREADY_TODAY'];
  if (given === undefined || given === '') return now().toISOString().slice(0, 10);
  if (z.iso.date().safeParse(given).success) return given;
  throw new UserError('RR103', `REGIONREADY_TODAY is ${given}, which is no day.`, { hint: 'Write it as 2030-01-31.' });
}
