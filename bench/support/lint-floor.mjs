/**
 * What no linter that runs on Node.js can do without, so that a time can be compared with it: node bench/support/lint-floor.mjs read|look
 *
 * Both list the files below the working directory with git. `read` opens and reads each of them into one buffer, as a run must that remembers
 * nothing; `look` asks the file system of each whether it has changed, as a run must that remembers everything. Plain JavaScript, so that
 * nothing is measured besides.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, lstatSync, openSync, readSync } from 'node:fs';

const [, , what] = process.argv;
const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { maxBuffer: 1 << 30 });
const buffer = Buffer.allocUnsafeSlow(2 * 1024 * 1024 + 1);
let sum = 0;
for (const path of stdout.toString('utf8').split('\0')) {
  if (path === '') continue;
  if (what === 'look') sum += lstatSync(path).size;
  else {
    const file = openSync(path);
    sum += readSync(file, buffer, 0, buffer.length, null);
    closeSync(file);
  }
}
console.log(sum);
