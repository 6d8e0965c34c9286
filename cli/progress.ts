import type { Io } from './command.ts';
import { terminalText } from './formats/escape.ts';
import { truncate } from './formats/terminal.ts';

/** A status line on stderr that is overwritten in place. */
export interface Progress {
  /** Cheap: what comes too soon after the last is not drawn. */
  show(text: string): void;
  /** Removes the line. To be called before anything else is printed. */
  clear(): void;
}

const silent: Progress = { show: () => undefined, clear: () => undefined };
const interval = 80;

/** Draws on a terminal only: in a log or a pipe a line that overwrites itself is noise. */
export function progress({ stderr, env }: Pick<Io, 'stderr' | 'env'>, wanted: boolean, now: () => number = Date.now): Progress {
  if (!wanted || stderr.isTTY !== true || env['TERM'] === 'dumb' || env['CI'] !== undefined) return silent;
  let last = -Infinity;
  let drawn = false;
  return {
    show(text) {
      if (now() - last < interval) return;
      last = now();
      drawn = true;
      stderr.write(`\r\u001b[2K${truncate(terminalText(text), (stderr.columns ?? 80) - 1)}`);
    },
    clear() {
      if (drawn) stderr.write('\r\u001b[2K');
      drawn = false;
    },
  };
}
