import { ZodError } from 'zod';
import { messageOf } from '../../../model/errors.ts';
import { canonicalJson, compareText } from '../../../model/json.ts';
import { present } from '../../identity.ts';
import { CallFailure } from '../gateway/failure.ts';
import { forEachOf } from '../pool.ts';
import { factOf, type Journal, type Stretch } from './journal.ts';
import type { End } from './journal/ledger.ts';
import type { At, Knowledge } from './knowledge.ts';
import { missOf, type Miss } from './miss.ts';
import type { Task, TaskLog } from './task.ts';

/** Told of what goes on, for a status line. */
export interface Watch {
  began(task: Task): void;
  ended(task: Task): void;
  /** So many facts more. */
  learned(count: number): void;
  /** Tasks of the stage, and how many of them an earlier run has done. */
  stage(title: string, tasks: number, done: number): void;
}

export interface Engine {
  /** Does the tasks that are not done yet. Every failure of AWS becomes a miss; throws only what is no failure of AWS. */
  run(stage: string, tasks: readonly Task[]): Promise<void>;
  /** What was not asked because the account was lost, as misses. It is asked when the scan is resumed. */
  unasked(): readonly Miss[];
}

export interface EngineOptions {
  readonly journal: Journal;
  readonly knowledge: Knowledge;
  readonly watch: Watch;
  /** Tasks under way at once. */
  readonly concurrency?: number;
}

const defaultConcurrency = 12;
/** Actions that a blind spot names; the rest is counted. */
const namedLimit = 12;

export async function engine({ journal, knowledge, watch, concurrency = defaultConcurrency }: EngineOptions): Promise<Engine> {
  const written = new Map<string, Set<string>>();
  for await (const entry of journal.entries()) {
    if ('miss' in entry) continue;
    const learned = 'line' in entry ? { fact: factOf(entry) } : entry;
    knowledge.learn(learned);
    if (!('fact' in learned) || learned.fact.type !== 'resource' || journal.state(entry.task).ended) continue;
    written.set(entry.task, (written.get(entry.task) ?? new Set()).add(learned.fact.id));
  }
  const lost: { readonly task: Task; readonly failure: CallFailure }[] = [];

  async function runTask(task: Task, again: boolean): Promise<void> {
    const recorder = recording(task, { journal, knowledge, watch, written: written.get(task.id) ?? new Set() });
    try {
      await task.run(recorder.log);
      recorder.end();
    } catch (thrown) {
      if (isMisread(thrown)) {
        recorder.log.miss({ account: task.account, region: task.region, scanner: task.scanner, asked: namedActions(task.calls), reason: 'unparsable', message: `AWS answered in a form that this version does not read: ${messageOf(thrown)}`, ...present({ resourceType: task.resourceType }) });
        recorder.end();
        return;
      }
      if (!(thrown instanceof CallFailure)) throw thrown;
      const { account, restart } = thrown.consequence;
      if (account === true) {
        recorder.keep();
        lost.push({ task, failure: thrown });
        return;
      }
      if (restart === true && !again) {
        written.set(task.id, recorder.restart());
        return runTask(task, true);
      }
      for (const place of placesOf(task)) recorder.log.failed(thrown, place);
      recorder.end();
    }
  }

  return {
    async run(stage, tasks) {
      const open = tasks.filter(({ id }) => !journal.state(id).ended);
      watch.stage(stage, tasks.length, tasks.length - open.length);
      await forEachOf(open, concurrency, async (task) => {
        watch.began(task);
        await runTask(task, false);
        watch.ended(task);
      });
    },
    unasked: () => unaskedOf(lost),
  };
}

/** Where something stays unknown when the task cannot be done. */
const placesOf = ({ account, region, places }: Task): readonly At[] => places ?? [{ account, region }];

interface Recording {
  readonly journal: Journal;
  readonly knowledge: Knowledge;
  readonly watch: Watch;
  readonly written: ReadonlySet<string>;
}

interface Recorder {
  readonly log: TaskLog;
  end(end?: End): void;
  /** What was learned since the last cursor counts, and is asked again when the scan is resumed. */
  keep(): void;
  /** What was learned counts, and the task begins anew: gives the ids of the resources that it need not state again. */
  restart(): Set<string>;
}

/** Writes what a task says into stretches of the journal, and lets the scan know it once it counts. */
function recording(task: Task, { journal, knowledge, watch, written }: Recording): Recorder {
  const told = new Set<string>();
  let stretch: Stretch | undefined;
  let kept: Parameters<Knowledge['learn']>[0][] = [];
  let failing = journal.state(task.id).failed;
  const open = (): Stretch => (stretch ??= journal.begin(task.id));
  function close(how: End, cursor?: string): void {
    open().close(how, { cursor, failed: failing });
    stretch = undefined;
    for (const entry of kept) knowledge.learn(entry);
    kept = [];
  }
  const miss = (what: Miss): void => open().miss(what);
  return {
    log: {
      cursor: journal.state(task.id).cursor,
      written,
      fact(fact) {
        open().fact(fact);
        kept.push({ fact });
        if (fact.type === 'resource') told.add(fact.id);
        watch.learned(1);
      },
      note(note) {
        open().note(note);
        kept.push({ note });
      },
      miss,
      failed(failure, concerned = {}) {
        // The account is lost: the engine must know, and the rest of the task is asked when the scan is resumed.
        if (failure.consequence.account === true) throw failure;
        if (failure.consequence.transient === true) failing = true;
        miss(missOf(failure, { account: task.account, region: task.region, scanner: task.scanner, resourceType: task.resourceType, ...concerned }));
      },
      checkpoint: (cursor) => close('more', cursor),
    },
    end: (how = failing ? 'again' : 'done') => close(how),
    keep() {
      if (stretch !== undefined) close('more', journal.state(task.id).cursor);
    },
    restart() {
      close('more');
      return new Set([...written, ...told]);
    },
  };
}

/** One answer in an unknown form ends its task, not the scan of everything else. */
const isMisread = (thrown: unknown): boolean => thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof SyntaxError || thrown instanceof ZodError;

function namedActions(all: readonly string[]): string {
  const actions = [...new Set(all)].sort(compareText);
  const named = actions.slice(0, namedLimit).join(', ');
  return actions.length > namedLimit ? `${named} and ${actions.length - namedLimit} more` : named;
}

function unaskedOf(lost: readonly { readonly task: Task; readonly failure: CallFailure }[]): Miss[] {
  const single = lost.flatMap(({ task, failure }) => placesOf(task).map(({ account, region }) => ({ account, region, scanner: task.scanner, calls: task.calls, failure })));
  const places = Map.groupBy(single, ({ account, region, scanner, failure }) => canonicalJson([account, region, scanner, failure.message]));
  return [...places.values()].map((group): Miss => {
    const [{ account, region, scanner, failure }] = group as [(typeof group)[number]];
    const asked = namedActions(group.flatMap(({ calls }) => calls));
    return { account, region, scanner, asked, reason: failure.reason, message: failure.message, ...(failure.remedy === undefined ? {} : { remedy: failure.remedy }) };
  });
}
