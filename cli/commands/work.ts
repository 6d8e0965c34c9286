import { command } from '../command.ts';
import { interrupted, processOptions, serverProcess } from '../server-process.ts';

export const work = command({
  name: 'work',
  description:
    'Runs the scans that a server was told to repeat (POST /api/scans), and keeps what they find in the same store. Any number of these processes may work on one PostgreSQL database, on machines that are allowed to read the accounts; `regionready serve` is one itself, unless it is told not to. A scan whose process dies is begun again by another one. It runs until it is interrupted, and then leaves its scan to others.',
  arguments: [],
  options: processOptions,
  examples: [
    { command: 'regionready work --database-url postgres://user@host/name', describe: 'One more process for the queue of a shared server; REGIONREADY_DATABASE_URL keeps a password out of the list of processes' },
    { command: 'regionready work --database-url postgres://user@host/name --scan-root /srv/templates', describe: 'For scans that read templates too' },
  ],
  async run(values, _args, io) {
    const { options: { store }, threads, work: begin } = await serverProcess(values, io, 'token');
    try {
      const worker = await begin();
      io.stdout.write('Waiting for scans\n');
      await interrupted();
      await worker.close();
    } finally {
      await threads.close();
      await store.close();
    }
    return 0;
  },
});
