import { configService } from '../scanner/aws/services/config-service.ts';
import { scanAggregated } from './support/scan-aggregated.ts';
import { scanAnnounced } from './support/scan-announced.ts';
import { scanFailing } from './support/scan-failing.ts';

/**
 * What a scan of a large organization costs, against a fake that speaks AWS's protocols:
 *
 *     node bench/scan.ts aggregated [resources [accounts [regions]]]
 *     node bench/scan.ts announced [resources [accounts [regions]]]
 *     node bench/scan.ts failing [resources [accounts [regions]]]
 *
 * aggregated: through one aggregator of AWS Config, answered as slowly as AWS does. Printed are the ratio of queries to the fewest that pages
 * of a hundred allow, the ratio of the time to what the permitted rate allows, and the peak memory of the command.
 * announced: every account entered, without an aggregator. Printed are the calls that the dry run announced and those that the scan made.
 * failing: the same, while three of ten calls fail at random and none is tried again. Printed is whether every resource of an answer that arrived
 * is in the snapshot, and whether everything that is not is named by a blind spot.
 * Without a word, all of them.
 */
const limits = { queries: 1.05, time: 1.2, megabytes: 400 };
const odds = { percent: 30, seed: 1 };
const latency = 120;
const [part, ...numbers] = process.argv.slice(2);
const failures: string[] = [];

function expect(holds: boolean, text: string): void {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${text}`);
  if (!holds) failures.push(text);
}

async function aggregated([resources = 100_000, accounts = 50, regions = 17]: readonly number[]): Promise<void> {
  const { queries, calls, seconds, megabytes, resources: told } = await scanAggregated({ resources, accounts, regions }, latency);
  const least = Math.ceil(resources / 100) + 1;
  const permitted = queries / configService.rate;
  console.log(`${resources} resources in ${accounts * regions} places of ${accounts} accounts, by an aggregator; an answer takes ${latency} ms; ${calls} calls in all`);
  expect(told >= resources, `${told} resources told`);
  expect(queries / least <= limits.queries, `${queries} queries, ${(queries / least).toFixed(3)} of the fewest that pages allow (at most ${limits.queries})`);
  expect(seconds / permitted <= limits.time, `read in ${seconds} s, ${(seconds / permitted).toFixed(2)} of what ${configService.rate} calls a second allow (at most ${limits.time})`);
  expect(megabytes < limits.megabytes, `${Math.round(megabytes)} MB (less than ${limits.megabytes} MB)`);
}

async function announced([resources = 20_000, accounts = 50, regions = 17]: readonly number[]): Promise<void> {
  const { least, most, mostWithUncounted, census, made } = await scanAnnounced({ resources, accounts, regions });
  console.log(`${resources} resources in ${accounts * regions} places of ${accounts} accounts, without an aggregator; the dry run took ${census} calls`);
  expect(made >= least, `${made} calls made, at least ${least} announced`);
  expect(made <= mostWithUncounted, `${made} calls made, at most ${most} announced for what was counted, and ${mostWithUncounted} with what nobody had counted`);
}

async function failing([resources = 20_000, accounts = 50, regions = 17]: readonly number[]): Promise<void> {
  const { calls, failed, answered, told, lost, blindSpots, dropped, invented, unnamed } = await scanFailing({ resources, accounts, regions }, odds);
  const first = (all: readonly string[]): string => (all.length === 0 ? '' : `: ${all.slice(0, 3).join(', ')} …`);
  console.log(`${resources} resources in ${accounts * regions} places of ${accounts} accounts, without an aggregator; ${failed} of ${calls} calls failed, ${Math.round((100 * failed) / calls)} %`);
  expect(told > 0 && dropped.length === 0, `${told} resources told, of ${answered} that stood in an answer ${dropped.length} are missing${first(dropped)}`);
  expect(invented.length === 0, `${invented.length} that there are not${first(invented)}`);
  expect(lost > 0 && unnamed.length === 0, `${lost} resources and attributes lost, ${unnamed.length} of them without one of ${blindSpots} blind spots${first(unnamed)}`);
}

const parts = { aggregated, announced, failing };
const wanted = part === undefined ? Object.values(parts) : Object.hasOwn(parts, part) ? [parts[part as keyof typeof parts]] : [];
if (wanted.length === 0) throw new Error(`There is no part ${part}: ${Object.keys(parts).join(', ')}`);
for (const measure of wanted) await measure(numbers.map(Number));
if (failures.length > 0) process.exitCode = 1;
