import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { parsingHere } from '../readers.ts';
import { listingOf, type Answer, type Question } from './protocol.ts';

/** The thread that parses: it answers one question after the other. */
module.enableCompileCache?.();
const files = listingOf(workerData as string);
const { parse, follow } = parsingHere(files);
let answering = Promise.resolve();

parentPort?.on('message', (question: Question) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  answering = answering.then(async () => parentPort?.postMessage(await answer(question)));
});

async function answer(question: Question): Promise<Answer> {
  const { number } = question;
  if ('source' in question) return { number, parsed: await parse(question.source) };
  const waiting = question.waiting.flatMap(([file, language]) => (files[file] === undefined ? [] : [{ file: files[file], language }]));
  return { number, followed: await follow(waiting, question.mentioning.flatMap((file) => files[file]?.absolutePath ?? [])) };
}
