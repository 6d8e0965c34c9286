#!/usr/bin/env node
import module from 'node:module';
import type { ExitCode, Io } from './command.ts';

/** The process around the command line. It loads nothing before it knows that this Node can run it. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(`regionready needs Node.js 22.13 or newer; this is ${process.versions.node}.\nInstall a current Node.js (https://nodejs.org) or run it with: npx -p node@24 regionready\n`);
  process.exitCode = 2;
} else {
  module.enableCompileCache?.();
  for (const stream of [process.stdout, process.stderr]) stream.on('error', failedWrite);
  process.on('SIGINT', () => end('SIGINT', 130));
  process.on('SIGTERM', () => end('SIGTERM', 143));
  const { cwd, env, stdout, stderr } = process;
  const [argv, io] = [process.argv.slice(2), { cwd: cwd(), env, stdout, stderr }];
  const { recalledRun } = await import('./recall/recalled-run.ts');
  const code: ExitCode = (await recalledRun(argv, io)) ?? (await runNow(argv, io));
  // Not process.exit: what was written to a pipe must drain first. A failed write has set its own code.
  process.exitCode ??= code;
}

async function runNow(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [{ rememberedRun }, { countArraysAsHeap }] = await Promise.all([import('./recall/remembered-run.ts'), import('./memory.ts')]);
  countArraysAsHeap();
  return rememberedRun(argv, io);
}

/** Ends at once, unless a command listens too: it ends in its own way, the first time that it is asked. */
function end(signal: NodeJS.Signals, code: number): void {
  if (process.listenerCount(signal) === 1) process.exit(code);
}

/** Whoever read our output has closed it (`| head`): that is their right. The exit status still tells the verdict. */
function failedWrite(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.exitCode = 2;
  process.stderr.write(`error[RR501]: The output cannot be written: ${error.message}\n`);
}
