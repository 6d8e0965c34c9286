/** How a stretch ends: the task goes on, is done, or should be asked again when the scan is resumed. */
export type End = 'more' | 'done' | 'again';

export interface Closing {
  /** Where to go on. */
  readonly cursor?: string | undefined;
  /** Something failed for now: when the task ends, it should be asked again. */
  readonly failed?: boolean | undefined;
}

export interface TaskState {
  readonly ended: boolean;
  /** Where to go on. */
  readonly cursor?: string | undefined;
  /** Whether something of it is kept that must not be asked again. */
  readonly begun: boolean;
  /** Something of it failed for now. */
  readonly failed: boolean;
}

/** Which stretches of a journal count, and how far each task has come by them. */
export interface Ledger {
  state(task: string): TaskState;
  /** The stretch is whole: it counts from here on. */
  record(stretch: number, task: string, closing: Closing & { readonly end: End }): void;
  /** Nothing of the task counts any more. */
  forget(task: string): void;
  /** The task that a stretch which counts is of. */
  taskOf(stretch: number): string | undefined;
  /** Tasks that should be asked again. */
  again(): string[];
}

interface Task {
  readonly stretches: number[];
  cursor: string | undefined;
  failed: boolean;
  end: End;
}

export function ledger(): Ledger {
  const tasks = new Map<string, Task>();
  const tasksByStretch = new Map<number, string>();
  return {
    state(id) {
      const task = tasks.get(id);
      return { ended: task !== undefined && task.end !== 'more', cursor: task?.cursor, begun: (task?.stretches.length ?? 0) > 0, failed: task?.failed === true };
    },
    record(stretch, id, { cursor, failed = false, end }) {
      const task = tasks.get(id) ?? { stretches: [], cursor, failed, end };
      tasks.set(id, task);
      tasksByStretch.set(stretch, id);
      task.stretches.push(stretch);
      Object.assign(task, { cursor, end, failed: task.failed || failed });
    },
    forget(id) {
      for (const stretch of tasks.get(id)?.stretches ?? []) tasksByStretch.delete(stretch);
      tasks.delete(id);
    },
    taskOf: (stretch) => tasksByStretch.get(stretch),
    again: () => [...tasks].filter(([, { end }]) => end === 'again').map(([id]) => id),
  };
}
