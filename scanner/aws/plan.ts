import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enter } from './access.ts';
import { contextOf, stagesOf, type AwsRequest } from './index.ts';
import { engine } from './scan/engine.ts';
import { expected, type Open } from './scan/expected.ts';
import { openJournal } from './scan/journal.ts';
import { knowledge } from './scan/knowledge.ts';
import type { Task } from './scan/task.ts';

/** Calls that a scan would make. */
export interface Calls {
  readonly least: number;
  /** If there is nothing but what AWS Config and Resource Explorer have counted. */
  readonly most: number;
}

export interface PlannedStage extends Calls {
  readonly title: string;
  readonly tasks: number;
  readonly actions: readonly string[];
}

/** What nobody has counted, in how many places, and the calls that one more of it takes at most. */
export interface Uncounted extends Open {
  readonly places: number;
}

/** What a scan would ask, as far as the census tells. */
export interface AwsPlan extends Calls {
  readonly accounts: readonly string[];
  readonly stages: readonly PlannedStage[];
  readonly uncounted: readonly Uncounted[];
}

/** Asks only who the caller is, which regions are enabled, what AWS Config counts and what Resource Explorer names. */
export async function planAws(request: AwsRequest): Promise<AwsPlan> {
  let made = 0;
  const counting: AwsRequest = {
    ...request,
    onCall(call) {
      made += 1;
      request.onCall?.(call);
    },
  };
  const access = await enter(counting);
  const folder = mkdtempSync(join(tmpdir(), 'regionready-plan-'));
  const journal = await openJournal({ path: join(folder, 'journal'), scope: {}, asOf: request.now().toISOString(), resume: false });
  try {
    const known = knowledge();
    for (const fact of request.known) known.learn({ fact });
    const run = await engine({ journal, knowledge: known, watch: request.watch });
    const stages = stagesOf(counting, access, contextOf(counting, access, { asOf: journal.asOf, known }));
    const planned: PlannedStage[] = [{ title: 'Who is calling', tasks: 1, least: made, most: made, actions: ['sts:GetCallerIdentity'] }];
    const open: Task[] = [];
    // What the census asks, the scan asks again: these calls are known exactly.
    for (const stage of stages.filter(({ census }) => census === true)) {
      const tasks = await stage.tasks();
      made = 0;
      await run.run(stage.title, tasks);
      planned.push({ title: stage.title, tasks: tasks.length, least: made, most: made, actions: actionsOf(tasks) });
    }
    for (const stage of stages.filter(({ census }) => census !== true)) {
      const tasks = await stage.tasks();
      open.push(...tasks);
      planned.push({ title: stage.title, tasks: tasks.length, ...sumOf(tasks.map((task) => task.expected)), actions: actionsOf(tasks) });
    }
    return { accounts: access.accounts, stages: planned, ...sumOf(planned), uncounted: uncountedOf(open) };
  } finally {
    journal.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const actionsOf = (tasks: readonly Task[]): string[] => [...new Set(tasks.flatMap(({ calls }) => calls))].sort();
const sumOf = (all: readonly Calls[]): Calls => {
  const { least, most } = all.reduce((sum, each) => expected(sum.least + each.least, sum.most + each.most), expected(0));
  return { least, most };
};

function uncountedOf(tasks: readonly Task[]): Uncounted[] {
  const open = Map.groupBy(tasks.flatMap((task) => task.expected.open ?? []), ({ what }) => what);
  return [...open].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, each]) => ({ what, places: each.length, callsForEach: Math.max(...each.map(({ callsForEach }) => callsForEach)) }));
}
