import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { LanguageId } from '../../files/language.ts';
import type { ListedFile } from '../../files.ts';
import type { Followed } from '../follower.ts';
import type { Parsed } from '../parser.ts';
import type { Parsing } from '../readers.ts';
import { listingText, type Answer, type Question } from './protocol.ts';

/**
 * Megabytes of the parts of a thread's heap: twice what real texts of the largest size that is read take. The more V8 may have, the more
 * it lets pile up. A text that takes more was made to, and is parsed in the main thread.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 256 };
/** Formats whose parsers are small are read where they are met: opening and parsing take the same time then. */
const readHere: ReadonlySet<LanguageId> = new Set(['json', 'yaml', 'toml', 'env', 'properties', 'dockerfile']);
/** Characters of texts that wait for the thread. */
const mostUnderWay = 1_000_000;

/**
 * A thread that parses programs while this one opens and sifts files; so no parser is loaded twice. It is started with the first program.
 * If it dies, because a text was too much for it, what it has not answered is done here.
 */
export function parsingThread(files: readonly ListedFile[], alone: () => Parsing): Parsing {
  const open = new Map<number, (answer: Answer | undefined) => void>();
  let own: Parsing | undefined;
  let worker: Worker | undefined;
  let dead = false;
  let asked = 0;
  let underWay = 0;
  const here = (): Parsing => (own ??= alone());

  function start(): Worker {
    keepYoungHeapsSmall();
    const started = new Worker(new URL(import.meta.url.replace(/parsing-thread(?=\.[a-z]+$)/, 'thread')), { workerData: listingText(files), resourceLimits });
    started.on('message', (answer: Answer) => {
      open.get(answer.number)?.(answer);
      open.delete(answer.number);
    });
    // What went wrong shows again when it is done here.
    started.on('error', () => undefined);
    started.on('exit', () => {
      dead = true;
      for (const answer of open.values()) answer(undefined);
      open.clear();
    });
    return started;
  }

  function ask(question: (number: number) => Question): Promise<Answer | undefined> {
    if (dead) return Promise.resolve(undefined);
    worker ??= start();
    const number = asked++;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    worker.postMessage(question(number));
    return new Promise((answer) => open.set(number, answer));
  }

  return {
    async parse(source): Promise<Parsed> {
      if (readHere.has(source.language)) return here().parse(source);
      underWay += source.text.length;
      const answer = await ask((number) => ({ number, source }));
      underWay -= source.text.length;
      return answer !== undefined && 'parsed' in answer ? answer.parsed : here().parse(source);
    },
    async follow(waiting, mentioning): Promise<Followed> {
      const numbers = new Map(files.map(({ absolutePath }, number) => [absolutePath, number]));
      const numberOf = (path: string): number => numbers.get(path) ?? -1;
      const answer = await ask((number) => ({ number, waiting: waiting.map(({ file, language }) => [numberOf(file.absolutePath), language] as const), mentioning: mentioning.map(numberOf) }));
      return answer !== undefined && 'followed' in answer ? answer.followed : here().follow(waiting, mentioning);
    },
    isFull: () => underWay > mostUnderWay,
    close() {
      void worker?.terminate();
      own?.close();
    },
  };
}

/**
 * V8 lets the heap for short-lived objects grow to some 130 MB where many texts are read, each of which is of no use a moment later. Here
 * it stays as large as it is by now, and that of the thread as large as it begins.
 */
function keepYoungHeapsSmall(): void {
  setFlagsFromString('--min-semi-space-size=4');
  setFlagsFromString('--semi-space-growth-factor=1');
}
