import type { EncodedReadiness } from '../kept-readiness.ts';
import type { Lane } from '../options.ts';
import type { Actor } from '../store/store.ts';
import type { Said } from '../views.ts';

/** What the server and a thread that computes say to each other. */

/** A request as the server took it in, admitted and checked. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: unknown;
  readonly who: string;
  /** Id of the request, for the log. */
  readonly request: string;
  /** What was checked of it, where it looks something up. */
  readonly checked?: Checked;
}

/** A request by what its route takes of it. */
export interface Checked {
  /** /api/snapshots/:snapshot/… */
  readonly route: string;
  readonly params: unknown;
  readonly query: unknown;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Milliseconds that it took. */
  readonly ms?: number;
}

/** What a thread may ask of the store. Nothing else of it is reached from there. */
export interface StoreCalls {
  snapshot(id: string): Promise<unknown>;
  chunk(id: string, place: number): Promise<Uint8Array | undefined>;
  content(id: string): Promise<Uint8Array | undefined>;
  keep(readiness: EncodedReadiness, actor: Actor): Promise<unknown>;
}

export interface Ask {
  /** Number of the task. */
  readonly task: number;
  readonly asked: Asked;
  readonly digest: string;
  readonly today: string;
  /** Left out where it is that of the last request. */
  readonly said?: Said;
}

export interface AnswerToAsk {
  readonly task: number;
  /** Missing where the answer was not wanted any more. */
  readonly answered?: Answered;
  readonly error?: string;
}

export type ToThread =
  | { readonly type: 'asks'; readonly asks: readonly Ask[] }
  | { readonly type: 'told'; readonly call: number; readonly value?: unknown; readonly error?: string }
  | { readonly type: 'forget'; readonly snapshot: string };

export type FromThread =
  | { readonly type: 'ready' }
  | { readonly type: 'answers'; readonly answers: readonly AnswerToAsk[]; readonly cacheBytes: number }
  | { readonly type: 'call'; readonly call: number; readonly name: keyof StoreCalls; readonly args: readonly unknown[] }
  | { readonly type: 'log'; readonly line: string };

/** What every thread is given at its start, beside what is the caller's. */
export interface ThreadStart {
  /** What both sides see at once, without a message. */
  readonly notice: SharedArrayBuffer;
  /** What is judged gives way to what is browsed. */
  readonly gentle: boolean;
}

/** How many tasks a thread is told at a time, so that it need not wait for the next one. What takes seconds is told one by one: it may be given up. */
export const ahead: Readonly<Record<Lane, number>> = { browse: 32, judge: 1 };

/** First the number of the task that is computed; then, by slot, numbers of tasks that are not wanted any more. */
export const noticeOf = (lane: Lane): SharedArrayBuffer => new SharedArrayBuffer(4 * (1 + ahead[lane]));
export const slotOf = (notice: Int32Array, task: number): number => 1 + (task % (notice.length - 1));
