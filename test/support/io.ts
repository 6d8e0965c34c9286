import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ExitCode, Io } from '../../cli/command.ts';
import { run } from '../../cli/run.ts';

export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Around {
  readonly cwd?: string;
  readonly env?: Io['env'];
  /** Columns of a terminal; none for a pipe. */
  readonly columns?: number;
}

/** An Io that keeps what is written to it. */
export function memoryIo({ cwd = tmpdir(), env = {}, columns }: Around = {}): { readonly io: Io; readonly written: { stdout: string; stderr: string } } {
  const written = { stdout: '', stderr: '' };
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  const output = (name: 'stdout' | 'stderr'): Io['stdout'] => ({
    write: (text: string) => {
      written[name] += text;
    },
    ...terminal,
  });
  return { io: { cwd, env: { REGIONREADY_TODAY: '2030-01-31', ...env }, stdout: output('stdout'), stderr: output('stderr') }, written };
}

/** Runs a command line in this process. */
export async function runCli(argv: readonly string[], around: Around = {}): Promise<Ran> {
  const { io, written } = memoryIo(around);
  const code = await run(argv, io);
  return { code, ...written };
}

/** A new folder with the given files in it. */
export async function folderWith(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'regionready-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
