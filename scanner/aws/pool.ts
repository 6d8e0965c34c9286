/** Runs at most so many at once; the others wait in the order in which they came. */
export type Pool = <T>(work: () => Promise<T>) => Promise<T>;

export function pool(limit: number): Pool {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

/** Does the work for every element, at most `limit` at once. Ends when all have ended; then throws what the first failed one threw. */
export async function forEachOf<T>(elements: Iterable<T> | AsyncIterable<T>, limit: number, work: (element: T) => Promise<void>): Promise<void> {
  const open = new Set<Promise<void>>();
  let failed: { readonly thrown: unknown } | undefined;
  try {
    for await (const element of elements) {
      if (failed !== undefined) break;
      const one = work(element)
        .catch((thrown: unknown) => {
          failed ??= { thrown };
        })
        .finally(() => open.delete(one));
      open.add(one);
      if (open.size >= limit) await Promise.race(open);
    }
  } finally {
    await Promise.all(open);
  }
  if (failed !== undefined) throw failed.thrown;
}
