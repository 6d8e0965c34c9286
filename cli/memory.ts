import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { UserError } from '../model/errors.ts';
import type { Io } from './command.ts';

export interface Heap {
  /** Bytes. */
  readonly used: number;
  readonly limit: number;
}

/** The limit that V8 tells counts room for what is young, which nothing that lasts may use: three times 64 MB. */
const young = 3 * 64 * 2 ** 20;

/** V8 ends the process when its heap is full, without a chance to say why. So that somebody does, look before. */
export function heapNow(): Heap {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return { used, limit: limit - young };
}

/** For work that mostly waits: it collects sooner rather than let garbage make the heap several times as large as what it holds. */
export function growSlowly(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
}

/** For work that reads many texts, each of which is of no use a moment later: the heap for short-lived objects stays as large as it is by now. */
export function keepYoungHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Engines of which is known that they have the setting: any other would complain of it on stderr. V8 13.6 is that of Node.js 24. */
const withAccounting = /^13\.6\./;

/**
 * V8 starts to mark the whole heap whenever 64 MB of typed arrays were made since the last time, whatever else lies in it. Queries of a
 * large estate make that much several times a second, and each marking of its millions of objects takes seconds: count them as a part
 * of the heap instead.
 */
export function countArraysAsHeap(engine = process.versions.v8): void {
  if (withAccounting.test(engine)) setFlagsFromString('--external-memory-accounted-in-global-limit');
}

/** The heap without what nobody uses any more: much of a heap that looks full is that. Takes seconds where the heap is large. */
function collectedHeap(): Heap {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return heapNow();
}

/** Part of the heap from which on its collector does little else, and the end is near. */
const full = 0.88;
/** What the graph and its verdicts take, as a multiple of what the facts take; bench/graph.ts measures it. */
const growth = 1.5;

/** Where the sizes are from; tests give their own. */
interface Heaps {
  readonly now?: () => Heap;
  readonly collected?: () => Heap;
}

const isFull = ({ used, limit }: Heap): boolean => used >= full * limit;

/** Throws RR305 when the heap is nearly full while something is read. */
export function requireMemory(what: string, { now = heapNow, collected = collectedHeap }: Heaps = {}): void {
  if (!isFull(now()) || !isFull(collected())) return;
  const heap = now();
  throw new UserError('RR305', `${what} does not fit into the ${gigabytes(heap.limit)} that Node.js may use.`, { hint: hintFor(heap.limit * 2) });
}

/** What to know before the facts are connected, while it can still be said; undefined where there is room. */
export function memoryAdvice({ now = heapNow, collected = collectedHeap }: Heaps = {}): string | undefined {
  const needs = ({ used }: Heap): number => used * (1 + growth);
  const isShort = (heap: Heap): boolean => needs(heap) >= full * heap.limit;
  if (!isShort(now())) return undefined;
  const heap = collected();
  if (!isShort(heap)) return undefined;
  const needed = needs(heap);
  return `Connecting what was read will take about ${gigabytes(needed)} of memory, and Node.js may use ${gigabytes(heap.limit)}. If it ends with "heap out of memory": ${hintFor(needed * 1.3)}`;
}

/** Says it at once: notes at the end would not be reached. */
export function adviseOnMemory({ stderr }: Pick<Io, 'stderr'>): void {
  const advice = memoryAdvice();
  if (advice !== undefined) stderr.write(`Note: ${advice}\n`);
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

function hintFor(bytes: number): string {
  const megabytes = Math.ceil(bytes / 2 ** 30) * 1024;
  return `Give it more with NODE_OPTIONS=--max-old-space-size=${megabytes} (megabytes), or read fewer paths at a time.`;
}
