import { messageOf, UserError } from '../model/errors.ts';
import type { ExitCode, Io } from './command.ts';
import { terminalText } from './formats/escape.ts';

/** Tells the user what went wrong. A stack trace is for defects only, and only where it was asked for. */
export function reportError(thrown: unknown, { stderr, env }: Io): ExitCode {
  if (thrown instanceof UserError) {
    stderr.write(`error[${thrown.code}]: ${lines(thrown.message)}\n  hint: ${lines(thrown.hint)}\n`);
    return 2;
  }
  stderr.write(`error: ${lines(messageOf(thrown))}\n  This is a defect in regionready, not in your input. Please report it with the command that you ran.\n`);
  if (env['REGIONREADY_DEBUG'] === '1') stderr.write(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`);
  else stderr.write('  hint: REGIONREADY_DEBUG=1 adds a stack trace.\n');
  return 2;
}

const lines = (text: string): string => text.split('\n').map(terminalText).join('\n  ');
