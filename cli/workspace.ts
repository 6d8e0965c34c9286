import { buildEstate } from '../graph/build.ts';
import type { Services } from '../graph/queries/services.ts';
import { viewOf, type EstateView } from '../graph/view.ts';
import type { Config } from '../model/config.ts';
import type { Intent, Strategy } from '../model/intent.ts';
import type { Judge } from '../rules/judge.ts';
import type { Rule } from '../rules/rule.ts';
import { servicesFor } from '../rules/support/services-of.ts';
import { byteLimit } from './byte-limit.ts';
import { collect, type Collected } from './collect.ts';
import type { Io } from './command.ts';
import { loadConfig, withOwn } from './config.ts';
import { headroomOf } from './headroom.ts';
import { intentOf } from './intent.ts';
import { adviseOnMemory } from './memory.ts';
import { settingsByFile } from './overrides.ts';
import { progress, type Progress } from './progress.ts';
import { ruleRegistry } from './registry.ts';
import { today } from './today.ts';
import { version } from './version.ts';

/** Options that every command has that reads an estate. */
export interface WorkspaceOptions {
  readonly config?: string;
  readonly configLookup?: boolean;
  readonly parameters?: readonly string[];
  readonly maxSnapshotBytes?: string;
  readonly headroom?: string;
  readonly progress?: boolean;
  readonly quiet?: boolean;
}

export interface Estate extends Pick<Collected, 'base' | 'home' | 'notes'> {
  readonly view: EstateView;
  /** As the configuration groups them. */
  readonly services: Services;
}

/** What commands share that read an estate and say something about it: configuration, rules, paths, day, progress. */
export interface Workspace {
  readonly config: Config;
  /** The rules, with those of the configuration. */
  readonly rules: ReadonlyMap<string, Rule>;
  readonly paths: readonly string[];
  /** What the reader would call the input. */
  readonly input: string;
  readonly today: string;
  readonly tool: string;
  readonly progress: Progress;
  /** Reads and connects what the paths name. Throws as `collect` does. */
  read(regions: { readonly home: readonly string[]; readonly targets: readonly string[] }): Promise<Estate>;
  /** What to ask the rules, for one target and strategy. */
  asking(estate: Estate, goal: { readonly target: string; readonly strategy: Strategy }): Judge;
}

/** Throws RR103, RR201, RR202, RR401, RR402, RR403 for what is wrong with options or configuration, before anything else is read. */
export async function openWorkspace(values: WorkspaceOptions, args: readonly string[], io: Io): Promise<Workspace> {
  const { cwd } = io;
  const loaded = await loadConfig({ cwd, rules: ruleRegistry, explicit: values.config, lookup: values.configLookup ?? true });
  const { config } = loaded;
  const rules = withOwn(ruleRegistry, loaded);
  const paths = args.length === 0 ? ['.'] : args;
  const day = today(io.env);
  const headroom = headroomOf(values.headroom);
  const maxSnapshotBytes = byteLimit(values.maxSnapshotBytes);
  const status = progress(io, (values.progress ?? true) && values.quiet !== true);
  const asked = { rules: [...rules.values()], settings: config.rules ?? {}, tool: version };
  return {
    config, rules, paths, input: paths[0] ?? '.', today: day, tool: version, progress: status,
    async read({ home, targets }) {
      const { facts, ...told } = await collect({ paths, cwd, loaded, home, targets, parameters: values.parameters ?? [], maxSnapshotBytes, progress: status });
      adviseOnMemory(io);
      status.show('Connecting');
      const view = viewOf(buildEstate(facts));
      return { view, services: servicesFor(view, config.services), ...told };
    },
    asking({ view, home, base }, { target, strategy }) {
      const intent: Intent = intentOf({ home, target, strategy, config, headroom, today: day });
      return { ...asked, settingsOf: settingsByFile(loaded, base), view, intent };
    },
  };
}
