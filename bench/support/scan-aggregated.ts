import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inventories } from '../../test/support/aws/inventories.ts';
import { fakeServer } from '../../test/support/aws/server.ts';
import { accountsOf, organizationOf, regionsOf, resourcesOf, type Size } from './large-estate.ts';

export interface Aggregated {
  /** Queries of AWS Config, and calls of every service. */
  readonly queries: number;
  readonly calls: number;
  /** Seconds in which queries were answered. */
  readonly seconds: number;
  readonly megabytes: number;
  readonly resources: number;
}

/** `regionready scan` in a process of its own: one account is entered, and its aggregator tells of all the others. */
export async function scanAggregated(size: Size, latency: number): Promise<Aggregated> {
  const [home = ''] = regionsOf(size);
  const [caller = ''] = accountsOf(size);
  const { accounts } = organizationOf({ ...size, accounts: 1 }, { recorded: () => false, explored: () => false });
  const folder = mkdtempSync(join(tmpdir(), 'regionready-bench-'));
  const aws = await fakeServer({ caller, latency, handlers: [inventories({ caller, accounts, aggregator: { account: caller, region: home, name: 'org' }, resources: resourcesOf(size) })] });
  const isQuery = ({ operation }: { readonly operation: string }): boolean => operation === 'SelectAggregateResourceConfig';
  const bySecond: number[] = [];
  const timer = setInterval(() => bySecond.push(aws.asked.filter(isQuery).length), 1_000);
  try {
    const env = { ...process.env, PEAK_FILE: join(folder, 'peak'), AWS_ACCESS_KEY_ID: `AKIA${caller}`, AWS_SECRET_ACCESS_KEY: 'fake', AWS_REGION: home };
    const output = join(folder, 'estate.snapshot');
    const child = fork('cli/bin.ts', ['scan', '--no-config-lookup', '--no-progress', '--quiet', '--accounts', 'all', '--aggregator', `org@${home}`, '--endpoint-url', aws.url, '--home', home, '-o', output], { env, execArgv: ['--import', resolve('bench/support/tell-peak.ts')] });
    const code = await new Promise<number | null>((ended) => child.once('exit', ended));
    if (code !== 0 && code !== 3) throw new Error(`the scan ended with ${code}`);
    return {
      queries: aws.asked.filter(isQuery).length,
      calls: aws.asked.length,
      seconds: bySecond.filter((calls, index) => calls > (bySecond[index - 1] ?? 0)).length,
      megabytes: Number(readFileSync(join(folder, 'peak'), 'utf8')),
      resources: readFileSync(output, 'utf8').split('\n').filter((line) => line.endsWith('"type":"resource"}')).length,
    };
  } finally {
    clearInterval(timer);
    rmSync(folder, { recursive: true, force: true });
    await aws.close();
  }
}
