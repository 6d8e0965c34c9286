/** What is under way at a time at most, and what is given out at a time. */
const window = 512;

/**
 * What becomes of each of the items, in their order and several at a time, while those that follow are under way already, as long as there
 * is room for more. What is there at once is not waited for.
 */
export async function* ahead<T, R>(items: Iterable<T>, work: (item: T) => R | Promise<R>, isFull: () => boolean): AsyncIterable<readonly R[]> {
  const underWay: Promise<R>[] = [];
  let done: R[] = [];
  for (const item of items) {
    const begun = work(item);
    if (underWay.length === 0 && !(begun instanceof Promise)) done.push(begun);
    else {
      const pending = Promise.resolve(begun);
      // Whoever asks for it is told of its failure; until then it is nobody's.
      pending.catch(() => undefined);
      underWay.push(pending);
    }
    while (underWay.length >= window || (underWay.length > 0 && isFull())) done.push(await (underWay.shift() as Promise<R>));
    if (done.length < window) continue;
    yield done;
    done = [];
  }
  for (const each of underWay) done.push(await each);
  yield done;
}
