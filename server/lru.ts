/** Values that are dear to make, up to a number of bytes; those that were used longest ago leave first. */
export interface Lru {
  /** The value of a key, made where there is none. Who asks while it is made waits for the same one; a failure is not remembered. */
  get<T>(key: string, make: () => Promise<T>, bytesOf: (value: T) => number): Promise<T>;
  has(key: string): boolean;
  /** Forgets what keys of a prefix stand for. */
  drop(prefix: string): void;
  readonly bytes: number;
}

interface Entry {
  readonly value: Promise<unknown>;
  bytes: number;
}

export function lru(maxBytes: number): Lru {
  const entries = new Map<string, Entry>();
  let total = 0;
  const forget = (key: string): void => {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get bytes() {
      return total;
    },
    async get<T>(key: string, make: () => Promise<T>, bytesOf: (value: T) => number): Promise<T> {
      const known = entries.get(key);
      if (known !== undefined) {
        entries.delete(key);
        entries.set(key, known);
        return known.value as Promise<T>;
      }
      const value = make();
      const entry: Entry = { value, bytes: 0 };
      entries.set(key, entry);
      try {
        const made = await value;
        if (entries.get(key) !== entry) return made;
        entry.bytes = bytesOf(made);
        total += entry.bytes;
        for (const oldest of entries.keys()) {
          if (total <= maxBytes) break;
          forget(oldest);
        }
        return made;
      } catch (thrown) {
        if (entries.get(key) === entry) forget(key);
        throw thrown;
      }
    },
    has: (key) => entries.has(key),
    drop(prefix) {
      for (const key of entries.keys()) if (key.startsWith(prefix)) forget(key);
    },
  };
}
