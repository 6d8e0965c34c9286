// regionready-ignore-file code-region-literal -- the regions in help texts are examples
import { resolve } from 'node:path';
import { UserError } from '../../model/errors.ts';
import { joinedBasis } from '../../scanner/files/basis.ts';
import { defaultCacheDir } from '../cache-folder.ts';
import { allRules, codeRegistry } from '../code-registry.ts';
import { command } from '../command.ts';
import { loadConfig, withOwn } from '../config.ts';
import { terminalText } from '../formats/escape.ts';
import { withFixes } from '../fix/with-fixes.ts';
import type { FormatContext, Rendered } from '../formats/format.ts';
import { lintFormats, loadFormat } from '../formats/index.ts';
import { defaultFailOn, exitCodeOf, openGate } from '../gate.ts';
import { wanted } from '../intent.ts';
import { codeRulesNamed } from '../lint-rules.ts';
import { runLint, type LintScope } from '../lint-run.ts';
import { keepYoungHeapSmall } from '../memory.ts';
import { cacheOptions, configOptions, formatOption, gateOptions, homeOption, lintScopeOptions, outputOptions, staleOptions, targetOption, terminalOptions } from '../options.ts';
import { deliver, destinations, type Destination } from '../output.ts';
import { progress } from '../progress.ts';
import { today } from '../today.ts';

export const lint = command({
  name: 'lint',
  description: 'Finds what ties source code, templates and configuration text to a region: literals, fallbacks, allow-lists, maps, ARNs, endpoints, zones, images. Needs neither AWS nor a configuration.',
  arguments: [{ name: '[paths...]', describe: 'Files and folders; the working directory if none are given' }],
  options: {
    ...targetOption,
    ...homeOption,
    rule: { type: 'string', multiple: true, value: '<id>', describe: 'Only this rule; repeatable' },
    fix: { type: 'boolean', describe: 'Make the changes that are safe: those that change nothing where the program runs today (needs --home). What is left is reported' },
    fixDryRun: { type: 'boolean', describe: 'Print what --fix would change as a unified diff on stdout, and change nothing' },
    ...formatOption(Object.keys(lintFormats)),
    ...outputOptions,
    ...gateOptions,
    ...staleOptions,
    ...lintScopeOptions,
    ...cacheOptions,
    ...configOptions,
    ...terminalOptions,
  },
  examples: [
    { command: 'regionready lint', describe: 'Everything below the working directory, for any other region' },
    { command: 'regionready lint src --target eu-west-1 --format json', describe: 'What breaks in eu-west-1, for a program to read' },
    { command: 'regionready lint --home us-east-1 --fix-dry-run', describe: 'The changes that are safe for a program that runs in us-east-1, as a diff' },
    { command: 'regionready lint --baseline lint.baseline.json --update-baseline', describe: 'Accept what there is, to fail on new findings only' },
    { command: 'regionready lint --changed-since origin/main --format gitlab=codequality.json', describe: 'In a merge request: only what it brings' },
    { command: 'regionready lint --staged --quiet', describe: 'In a pre-commit hook: what is about to be committed' },
  ],
  async run(values, args, io) {
    keepYoungHeapSmall();
    const { format, output, quiet = false, color = true } = values;
    const to = destinations({ format, output }, lintFormats);
    const scope = scopeOf(values);
    const loaded = await loadConfig({ cwd: io.cwd, rules: allRules, explicit: values.config, lookup: values.configLookup ?? true });
    const { config } = loaded;
    const goal = wanted({ home: values.home, target: values.target, strategy: config.strategy ?? 'warm-standby' }, config);
    const rules = codeRulesNamed(values.rule ?? [], loaded);
    const gate = await openGate({ baseline: values.baseline, updateBaseline: values.updateBaseline, pruneBaseline: values.pruneBaseline, quiet, remover: '--prune-baseline' }, io);
    const status = progress(io, (values.progress ?? true) && !quiet);
    const paths = args.length === 0 ? ['.'] : args;

    const ignored = [...to.flatMap(({ path }) => path ?? []), ...(values.baseline === undefined ? [] : [values.baseline])];
    const cacheDir = (values.cache ?? true) ? (values.cacheDir ?? defaultCacheDir) : undefined;
    const once = (): ReturnType<typeof runLint> => runLint({ cwd: io.cwd, paths, loaded, goal, rules, today: today(io.env), gate, scope, include: values.include ?? [], ignored, cacheDir, progress: status });
    const { fix = false, fixDryRun: dryRun = false, staged = false } = values;
    const edits = to.some(({ format: id }) => id === 'json' || id === 'sarif');
    const { report, judgements, stale, cache, basis } = await withFixes(once, { fix, dryRun, edits, staged, home: goal.home, quiet, io });
    status.clear();
    if (cache?.discarded === true && !quiet) io.stderr.write('The cache could not be used and was begun anew.\n');
    const print = async ({ format: id }: Destination, context: FormatContext): Promise<Rendered> => (await loadFormat(lintFormats, id))(report, context);
    await deliver(print, { io, destinations: dryRun ? to.filter(({ path }) => path !== undefined) : to, rules: withOwn(codeRegistry, loaded), quiet, color, input: paths[0] ?? '.' });
    const staleEntries = await gate.settle(judgements);
    const writes = fix || dryRun || values.updateBaseline === true || values.pruneBaseline === true || to.some(({ path }) => path !== undefined);
    // What was wrong with the cache is right by now.
    if (basis !== undefined && !writes && cache?.discarded !== true) io.hangsOn?.(joinedBasis(basis, { paths: new Set(values.baseline === undefined ? [] : [resolve(io.cwd, values.baseline)]) }));
    if (values.failOnStale === true && staleEntries + stale.length > 0) {
      if (!quiet) for (const note of stale) io.stderr.write(`${terminalText(note)}\n`);
      return 1;
    }
    return exitCodeOf(report.judgements, values.failOn ?? config.failOn ?? defaultFailOn);
  },
});

/** Throws RR103 for scopes that exclude each other or a baseline of everything. */
function scopeOf({ changedSince, staged = false, updateBaseline = false, pruneBaseline = false }: { readonly changedSince?: string; readonly staged?: boolean; readonly updateBaseline?: boolean; readonly pruneBaseline?: boolean }): LintScope {
  if (changedSince !== undefined && staged) throw new UserError('RR103', '--changed-since and --staged ask for different things.', { hint: 'Give one of them.' });
  if (staged && (updateBaseline || pruneBaseline)) throw new UserError('RR103', 'A baseline is of the work tree, and --staged reads the index.', { hint: 'Write the baseline without --staged.' });
  if (changedSince !== undefined && updateBaseline) throw new UserError('RR103', '--update-baseline accepts all findings, and --changed-since shows only some of them.', { hint: 'Write the baseline without --changed-since.' });
  return changedSince !== undefined ? { since: changedSince } : staged ? { staged: true } : undefined;
}
