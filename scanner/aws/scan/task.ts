import type { Fact } from '../../../model/fact.ts';
import type { IamAction } from '../../scanner.ts';
import type { CallFailure } from '../gateway/failure.ts';
import type { Expected } from './expected.ts';
import type { At } from './knowledge.ts';
import type { Concerned, Miss } from './miss.ts';
import type { Note } from './note.ts';

/** A piece of the scan that is done as a whole or continued: one source or kind in one account and region. */
export interface Task {
  /** The same in every run of the same scan: config:111122223333/eu-west-1. */
  readonly id: string;
  /** What people see while it runs. */
  readonly title: string;
  readonly account: string;
  readonly region: string;
  /** Places that one question is about, where that is asked elsewhere: by an aggregator. */
  readonly places?: readonly At[];
  readonly scanner: string;
  /** CloudFormation type that it asks of, where that is one. */
  readonly resourceType?: string | undefined;
  /** Actions that it may call, for naming what remains when it cannot be done. */
  readonly calls: readonly IamAction[];
  /** Calls that it will take: for a dry run. */
  readonly expected: Expected;
  /** Throws CallFailure where nothing more can be learned. */
  run(log: TaskLog): Promise<void>;
}

/** Where a task says what it learned. */
export interface TaskLog {
  /** Where an interrupted run stopped, if it said so. */
  readonly cursor: string | undefined;
  /** Ids of resource facts that an interrupted run has written down already. */
  readonly written: ReadonlySet<string>;
  fact(fact: Fact): void;
  note(note: Note): void;
  miss(miss: Miss): void;
  /** A call failed and the task goes on. */
  failed(failure: CallFailure, concerned?: Partial<Concerned>): void;
  /** Writes down what was said so far; an interrupted scan goes on behind the cursor. */
  checkpoint(cursor?: string): void;
}
