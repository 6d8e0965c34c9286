/** What is under way at a time at most. */
const window = 512;

/** What becomes of each of the items, in their order, while those that follow are under way already, as long as there is room for more. */
export async function* ahead<T, R>(items: Iterable<T>, work: (item: T) => Promise<R>, isFull: () => boolean): AsyncIterable<R> {
  const underWay: Promise<R>[] = [];
  for (const item of items) {
    const begun = work(item);
    // Whoever asks for it is told of its failure; until then it is nobody's.
    begun.catch(() => undefined);
    underWay.push(begun);
    while (underWay.length >= window || (underWay.length > 0 && isFull())) yield await (underWay.shift() as Promise<R>);
  }
  for (const each of underWay) yield await each;
}
