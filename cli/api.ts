import { resolve } from 'node:path';
import type { BlindSpot } from '../model/blind-spot.ts';
import { UserError } from '../model/errors.ts';
import { allRules } from './code-registry.ts';
import { checkedConfig, loadConfig, type LoadedConfig } from './config.ts';
import { openFindings, summaryOf, type LintFinding, type LintSummary } from './formats/lint-report.ts';
import { wanted } from './intent.ts';
import { codeRulesNamed } from './lint-rules.ts';
import { runLint } from './lint-run.ts';
import type { ConfigFile } from './own-rules.ts';
import { today } from './today.ts';

export interface LintOptions {
  /** Folder that paths are relative to; the working directory if not given. */
  readonly cwd?: string;
  /** Files and folders; all of `cwd` if not given. */
  readonly paths?: readonly string[];
  /** Regions that the code must also run in; any other region if not given. */
  readonly targets?: readonly string[];
  /** Regions that the workload runs in today. */
  readonly home?: readonly string[];
  /** Ids of the only rules to ask. */
  readonly rules?: readonly string[];
  /** A configuration, or the path of its file; none is looked for if not given, for it could be code. */
  readonly config?: ConfigFile | string;
  /** Only findings on lines changed since this commit or branch was left. */
  readonly changedSince?: string;
  /** Folder that readings of files are remembered in; nothing is written if not given. */
  readonly cacheDir?: string;
}

export interface LintResult {
  /** By path, line, column and rule. */
  readonly findings: readonly LintFinding[];
  readonly summary: LintSummary;
  /** Where it could not look, and why. */
  readonly blindSpots: readonly BlindSpot[];
  /** What the reader should know: assumptions, suppressions that no longer hold. */
  readonly notes: readonly string[];
}

/** Lints as the command does and prints nothing. Rejects with a UserError for what is wrong with the options, the configuration or the input. */
export async function lint(options: LintOptions = {}): Promise<LintResult> {
  const { cwd = '.', paths = ['.'], targets, home, rules = [], config, changedSince, cacheDir } = options;
  const folder = resolve(cwd);
  const loaded = await configOf(config, folder);
  const goal = wanted({ home, target: targets, strategy: loaded.config.strategy ?? 'warm-standby' }, loaded.config);
  const { report } = await runLint({
    cwd: folder,
    paths: paths.length === 0 ? ['.'] : paths,
    loaded,
    goal,
    rules: codeRulesNamed(rules, loaded),
    today: today(process.env),
    gate: { known: new Set(), updating: false },
    ...(changedSince === undefined ? {} : { scope: { since: changedSince } }),
    cacheDir,
    progress: { show: () => undefined, clear: () => undefined },
  });
  return { findings: openFindings(report), summary: summaryOf(report), blindSpots: report.blindSpots, notes: report.notes };
}

async function configOf(config: LintOptions['config'], cwd: string): Promise<LoadedConfig> {
  if (config === undefined || typeof config === 'string') return loadConfig({ cwd, rules: allRules, explicit: config, lookup: false });
  const { config: checked, own, problems } = await checkedConfig(config, { isCode: true, rules: allRules });
  if (problems.length > 0) throw new UserError(problems.every(({ code }) => code === 'RR406') ? 'RR406' : 'RR401', problems.map(({ message }) => message).join('\n'));
  return { config: checked, folder: cwd, own };
}
