import { stripVTControlCharacters } from 'node:util';
import { run } from './run.ts';

/** A scan of a job, in a process of its own: it can be killed, and its memory goes with it. It ends when the process goes away that started it. */
export interface ScanOrder {
  readonly argv: readonly string[];
  readonly cwd: string;
}

export type ScanSaid = { readonly progress: string } | { readonly code: number; readonly notes: readonly string[] };

process.on('disconnect', () => process.exit(1));
process.once('message', (order: ScanOrder) => void scan(order));

async function scan({ argv, cwd }: ScanOrder): Promise<void> {
  const said: string[] = [];
  let rest = '';
  const stderr = {
    // A terminal is told how far it is.
    isTTY: true,
    columns: 200,
    write(text: string) {
      const drawn = text.startsWith('\r');
      const plain = stripVTControlCharacters(text).replaceAll('\r', '').trim();
      if (drawn && plain !== '') tell({ progress: plain });
      if (drawn) return;
      const lines = (rest + stripVTControlCharacters(text)).split('\n');
      rest = lines.pop() ?? '';
      said.push(...lines.filter((line) => line.trim() !== ''));
    },
  };
  const { CI: _ci, TERM: _term, FORCE_COLOR: _colour, ...env } = process.env;
  const code = await run(argv, { cwd, env: { ...env, NO_COLOR: '1' }, stdout: { write: () => undefined }, stderr });
  tell({ code, notes: [...said, ...(rest.trim() === '' ? [] : [rest])].slice(0, 50) });
  process.disconnect();
}

const tell = (message: ScanSaid): void => void process.send?.(message);
