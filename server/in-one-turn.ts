/** Reads that many requests need alike. */
export interface InOneTurn {
  /** What is read for a key: once for all who ask in the same turn of the event loop, and after they have all asked, so that nobody is told what was before. */
  get<T>(key: string, read: () => Promise<T>): Promise<T>;
}

export function inOneTurn(): InOneTurn {
  const asked = new Map<string, Promise<unknown>>();
  return {
    get<T>(key: string, read: () => Promise<T>): Promise<T> {
      const known = asked.get(key) as Promise<T> | undefined;
      if (known !== undefined) return known;
      const { promise, resolve } = Promise.withResolvers<void>();
      const value = promise.then(read);
      asked.set(key, value);
      setImmediate(() => {
        asked.delete(key);
        resolve();
      });
      return value;
    },
  };
}
