import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ruleRegistry } from '../../cli/registry.ts';
import { wantedAttributes } from '../../cli/wanted-attributes.ts';
import { scanAws, type AwsRequest } from '../../scanner/aws/index.ts';
import { planAws } from '../../scanner/aws/plan.ts';

/** Plans a scan of the whole organization, then does it, and tells the parent what was announced and what was called. */
const [endpointUrl = '', home = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'regionready-bench-'));
const silent = { began: () => undefined, ended: () => undefined, learned: () => undefined, stage: () => undefined };
/** Waits a thousandth of what it should: calls are counted here, not time. */
const hurried = { now: () => performance.now() * 1_000, sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds / 1_000)) };
let made = 0;
const request: AwsRequest = {
  env: {}, accounts: ['all'], role: 'regionready-reader', regions: [], home: [home], targets: [], known: [], resume: false, tool: 'bench', endpointUrl, watch: silent, clock: hurried,
  wanted: wantedAttributes(ruleRegistry, {}), now: () => new Date('2026-11-21T00:00:00Z'), journal: join(folder, 'journal'),
  onCall() {
    made += 1;
  },
};
try {
  const plan = await planAws(request);
  const census = made;
  made = 0;
  const scan = await scanAws(request);
  scan.finish();
  process.send?.({ least: plan.least, most: plan.most, uncounted: plan.uncounted, census, made, complete: scan.complete });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
