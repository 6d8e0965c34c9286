import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = resolve(fileURLToPath(import.meta.url), '../../../../cli/bin.ts');

export interface Child {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

interface Running {
  readonly cwd: string;
  /** Told to end it as `kill -9` does. */
  readonly onStart?: (kill: () => void) => void;
  /** Largest file that it can write, in blocks of 512 bytes: a disk that is full. */
  readonly blocks?: number;
}

/** Scans in a process of its own, as a user does. */
export function scanChild(args: readonly string[], { cwd, onStart, blocks }: Running): Promise<Child> {
  const env = { ...process.env, AWS_ACCESS_KEY_ID: 'AKIA111122223333FAKE', AWS_SECRET_ACCESS_KEY: 'fake', AWS_REGION: 'us-east-1', NO_COLOR: '1' };
  const argv = [bin, 'scan', '--no-config-lookup', ...args];
  const child = blocks === undefined ? spawn(process.execPath, argv, { cwd, env }) : spawn('sh', ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, ...argv], { cwd, env });
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString();
  });
  onStart?.(() => child.kill('SIGKILL'));
  return new Promise((end) => child.once('close', (code, signal) => end({ code, signal, stderr })));
}
