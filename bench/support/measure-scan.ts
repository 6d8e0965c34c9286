import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scanAws } from '../../scanner/aws/index.ts';

/** Scans through the aggregator and tells the parent the megabytes that it took at most. */
const [endpointUrl = '', region = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'regionready-bench-'));
const silent = { began: () => undefined, ended: () => undefined, learned: () => undefined, stage: () => undefined };
try {
  const scan = await scanAws({
    env: {}, accounts: ['all'], aggregator: `org@${region}`, regions: [], home: [region], targets: [], known: [], resume: false, tool: 'bench', endpointUrl, watch: silent,
    wanted: new Map(), now: () => new Date('2026-11-21T00:00:00Z'), journal: join(folder, 'journal'),
  });
  let lines = 0;
  for await (const line of scan.lines()) lines += Number(line.includes('"type":"resource"'));
  scan.finish();
  process.stderr.write(`${lines} resources told\n`);
  process.send?.(process.resourceUsage().maxRSS / 1000);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
