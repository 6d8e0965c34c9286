import { joinedBasis, type Basis } from '../../scanner/files/basis.ts';
import type { ExitCode, Io, Output } from '../command.ts';
import { run } from '../run.ts';
import { placeOf } from './place.ts';
import { programFiles } from './program-files.ts';
import { writeRun } from './run-file.ts';
import { stampsOf } from './stamps.ts';

/** Runs a command line, and remembers what it says if the command tells what that hangs on. `began`: milliseconds since the epoch. */
export async function rememberedRun(argv: readonly string[], io: Io, began: number = Date.now()): Promise<ExitCode> {
  const place = placeOf(argv, io);
  if (place === undefined) return run(argv, io);
  let basis: Basis | undefined;
  const [stdout, stderr] = [heard(io.stdout), heard(io.stderr)];
  const hangsOn = (given: Basis): void => {
    basis = given;
  };
  const code = await run(argv, { ...io, stdout: stdout.output, stderr: stderr.output, hangsOn });
  // The key holds the day, which may have ended meanwhile.
  if (basis === undefined || (code !== 0 && code !== 1) || placeOf(argv, io)?.key !== place.key) return code;
  const stamped = stampsOf(joinedBasis(basis, { paths: new Set(programFiles()) }), began);
  if (stamped !== undefined) writeRun(place, { ...stamped, code, listings: basis.listings, stdout: stdout.text(), stderr: stderr.text() });
  return code;
}

/** An output of which everything is kept that is written to it. */
function heard(output: Output): { readonly output: Output; text(): string } {
  const pieces: string[] = [];
  const write = (text: string): void => {
    pieces.push(text);
    output.write(text);
  };
  return { output: { isTTY: output.isTTY, columns: output.columns, write }, text: () => pieces.join('') };
}
