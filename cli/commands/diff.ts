import { resolve } from 'node:path';
import type { Difference, ReadinessDifference } from '../../model/difference.ts';
import { UserError } from '../../model/errors.ts';
import { atLeast, severities, type Severity } from '../../model/intent.ts';
import type { Readiness } from '../../model/readiness.ts';
import { differencesByTarget } from '../../rules/difference/readinesses.ts';
import { differencesByLoss } from '../../rules/difference/simulations.ts';
import { differenceOfSnapshots } from '../../rules/difference/snapshots.ts';
import { byteLimit } from '../byte-limit.ts';
import { command } from '../command.ts';
import { readReadinesses, readSimulations } from '../documents.ts';
import { differenceFormats } from '../formats/difference/index.ts';
import { loadFormat } from '../formats/index.ts';
import { defaultFailOn } from '../gate.ts';
import { splitInputs } from '../inputs.ts';
import { formatOption, outputOptions, snapshotOptions, terminalOptions } from '../options.ts';
import { deliver, destinations } from '../output.ts';
import { ruleRegistry } from '../registry.ts';
import { defaultSnapshotLimits, readSnapshot } from '../snapshot-file.ts';

export const diff = command({
  name: 'diff',
  description:
    'Shows what changed between two documents of the same kind. Of readinesses (audit --format json): gaps that are new, worse, better, fixed or gone, with what changed beneath them. Of snapshots: resources that came, went or changed, and what can be seen no more. Of simulations (simulate --format json): services that fare otherwise, and why.',
  arguments: [{ name: '<old>', describe: 'Snapshot, readiness or simulation to compare with' }, { name: '<new>', describe: 'The same of later' }],
  options: {
    failOn: { type: 'string', choices: [...severities, 'none'], value: '<severity>', describe: 'Least severity of a new or worse gap that gives exit status 1: critical, high (default), medium, low, info, or none for never; simulations fail where a service fares worse, unless none' },
    ...formatOption(Object.keys(differenceFormats)),
    ...outputOptions,
    ...snapshotOptions,
    color: terminalOptions.color,
  },
  examples: [
    { command: 'regionready diff last-week.json today.json', describe: 'What became of the gaps' },
    { command: 'regionready diff main.json branch.json --format markdown --fail-on high', describe: 'A comment for a pull request that worsens readiness, and a failing check' },
    { command: 'regionready diff monday.snapshot friday.snapshot', describe: 'What came, went and changed in the estate' },
  ],
  async run({ failOn = defaultFailOn, format, output, quiet = false, color = true, maxSnapshotBytes }, [before = '', after = ''], io) {
    const to = destinations({ format, output }, differenceFormats);
    const differences = await compared([before, after], io.cwd, byteLimit(maxSnapshotBytes) ?? defaultSnapshotLimits.maxBytes);
    await deliver(async ({ format: id }, context) => (await loadFormat(differenceFormats, id))(differences, context), { io, destinations: to, rules: ruleRegistry, quiet, color, input: after });
    return differences.some((difference) => (difference.of === 'readiness' && worsens(difference, failOn)) || (difference.of === 'simulation' && failOn !== 'none' && difference.services.some(({ change }) => change === 'worse'))) ? 1 : 0;
  },
});

async function compared(paths: readonly [string, string], cwd: string, maxBytes: number): Promise<readonly Difference[]> {
  const { snapshots } = await splitInputs(paths, cwd);
  if (snapshots.length === 1) throw new UserError('RR103', `${paths.map((path) => `${path} is ${snapshots.includes(resolve(cwd, path)) ? 'a snapshot' : 'none'}`).join(', ')}: only documents of the same kind can be compared.`);
  if (snapshots.length === 0) {
    const [was, is] = [await readSimulations(paths[0], cwd), await readSimulations(paths[1], cwd)];
    if (was !== undefined && is !== undefined) return rehearsed(differencesByLoss(was, is));
    return matched(await readReadinesses(paths[0], cwd), await readReadinesses(paths[1], cwd));
  }
  const [old, now] = await Promise.all(paths.map((path) => readSnapshot(resolve(cwd, path), { ...defaultSnapshotLimits, maxBytes })));
  return [differenceOfSnapshots(old?.facts ?? [], now?.facts ?? [])];
}

/** Throws RR103 where no loss is in both. */
function rehearsed(pairs: readonly Difference[]): readonly Difference[] {
  if (pairs.length === 0) throw new UserError('RR103', 'The two have no loss in common.');
  return pairs;
}

/** Readinesses of the same target with each other. Throws RR103 where no target is in both. */
function matched(before: readonly Readiness[], after: readonly Readiness[]): ReadinessDifference[] {
  const pairs = differencesByTarget(before, after);
  if (pairs.length > 0) return pairs;
  const targetsOf = (of: readonly Readiness[]): string => of.map(({ intent }) => intent.target).join(', ');
  throw new UserError('RR103', `The two have no target in common: ${targetsOf(before)}; ${targetsOf(after)}.`);
}

function worsens({ verdicts }: ReadinessDifference, failOn: Severity | 'none'): boolean {
  return failOn !== 'none' && verdicts.some(({ change, after }) => (change === 'new' || change === 'worse') && after?.state === 'gap' && after.baselined !== true && atLeast(after.severity, failOn));
}
