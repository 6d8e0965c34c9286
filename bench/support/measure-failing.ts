import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ruleRegistry } from '../../cli/registry.ts';
import { wantedAttributes } from '../../cli/wanted-attributes.ts';
import type { Fact } from '../../model/fact.ts';
import { scanAws, type AwsRequest } from '../../scanner/aws/index.ts';

/** Scans the whole organization without trying any call again, and tells the parent what the snapshot would hold. */
const [endpointUrl = '', home = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'regionready-bench-'));
const silent = { began: () => undefined, ended: () => undefined, learned: () => undefined, stage: () => undefined };
const hurried = { now: () => performance.now() * 1_000, sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds / 1_000)) };
const request: AwsRequest = {
  env: {}, accounts: ['all'], role: 'regionready-reader', regions: [], home: [home], targets: [], known: [], resume: false, tool: 'bench', endpointUrl, watch: silent, clock: hurried, maxAttempts: 1,
  wanted: wantedAttributes(ruleRegistry, {}), now: () => new Date('2026-11-21T00:00:00Z'), journal: join(folder, 'journal'),
};
try {
  const scan = await scanAws(request);
  const told = new Map<string, Set<string>>();
  for await (const line of scan.lines()) {
    const fact = JSON.parse(line) as Fact;
    if (fact.type === 'resource') told.set(fact.id, new Set([...(told.get(fact.id) ?? []), ...Object.keys(fact.attributes), ...(Object.keys(fact.tags).length > 0 ? ['tags'] : [])]));
  }
  const { blindSpots, complete } = scan;
  scan.finish();
  await new Promise((sent) => process.send?.({ told: [...told].map(([id, names]) => [id, [...names]]), blindSpots, complete }, sent));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
