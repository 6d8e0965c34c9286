import type { Watch } from '../scanner/aws/scan/engine.ts';
import type { Io } from './command.ts';
import { terminalText } from './formats/escape.ts';
import type { Progress } from './progress.ts';

/** Where there is no status line, a line is written this often. */
const lineEvery = 30_000;

export interface ScanWatch extends Watch {
  called(): void;
}

interface Watching {
  readonly status: Progress;
  /** Whether lines are wanted where there is no terminal. */
  readonly lines: boolean;
  readonly now?: () => number;
}

/** Tells how far a scan of AWS is: on a terminal in place, elsewhere line by line. */
export function scanWatch({ stderr }: Pick<Io, 'stderr'>, { status, lines, now = Date.now }: Watching): ScanWatch {
  const began = now();
  let stage = { title: '', tasks: 0, before: 0, done: 0, began };
  let calls = 0;
  let facts = 0;
  let last = began;

  function text(): string {
    const { title, tasks, before, done } = stage;
    const seconds = Math.max(1, (now() - began) / 1_000);
    return `${title}: ${before + done} of ${tasks}, ${facts} facts, ${calls} calls, ${(calls / seconds).toFixed(1)} a second${remaining()}`;
  }
  function remaining(): string {
    const { tasks, before, done } = stage;
    const left = tasks - before - done;
    if (done < 3 || left === 0) return '';
    const seconds = ((now() - stage.began) / 1_000 / done) * left;
    return `, about ${seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`} left of this part`;
  }
  function show(): void {
    status.show(text());
    if (!lines || stderr.isTTY === true || now() - last < lineEvery) return;
    last = now();
    stderr.write(`${terminalText(text())}\n`);
  }
  return {
    began: () => show(),
    ended() {
      stage.done += 1;
      show();
      if (lines && stderr.isTTY !== true && stage.before + stage.done === stage.tasks) stderr.write(`${terminalText(text())}\n`);
    },
    learned(count) {
      facts += count;
      show();
    },
    called() {
      calls += 1;
    },
    stage(title, tasks, done) {
      stage = { title, tasks, before: done, done: 0, began: now() };
    },
  };
}
