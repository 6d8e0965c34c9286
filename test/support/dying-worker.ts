import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { snapshotLines } from '../../model/snapshot.ts';
import { startWorker } from '../../server/jobs/worker.ts';
import { openFolder, openUrl } from '../../server/store/open.ts';
import { resource } from './facts.ts';

/** A process that takes jobs and kills itself: in the scan, in the middle of the upload, after it, or never; then it ends after the first job. */
const [place = '', at = ''] = process.argv.slice(2);
const store = await (place.startsWith('postgres:') ? openUrl(place) : openFolder(place));
const die = (): void => process.kill(process.pid, 'SIGKILL') as never;
const text = gzipSync([...snapshotLines(Array.from({ length: 2000 }, (_, index) => resource(`dying ${index}`)), 'test'), ''].join('\n'));

async function* pieces(): AsyncIterable<Buffer> {
  yield text.subarray(0, text.length / 2);
  if (at === 'upload') die();
  yield text.subarray(text.length / 2);
}

const done = Promise.withResolvers<void>();
const worker = startWorker({
  store, snapshotBytes: 1e9, leaseMs: 2000, pollMs: 20,
  report: (thrown) => done.reject(thrown as Error),
  async judge() {
    if (at === 'judge') die();
  },
  runner: {
    clear: async () => undefined,
    async run() {
      if (at === 'scan') die();
      return { open: () => Readable.from(pieces()), complete: true, notes: [], discard: async () => void setTimeout(done.resolve, 300) };
    },
  },
});
await done.promise;
await worker.close();
await store.close();
