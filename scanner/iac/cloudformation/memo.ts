/** Computes a value for each name once. A value that asks for itself while it is computed gets `meanwhile`, after `circular` was told. */
export function memo<T>(compute: (name: string) => T, circular: (name: string) => void): (name: string) => T | undefined;
export function memo<T>(compute: (name: string) => T, circular: (name: string) => void, meanwhile: T): (name: string) => T;
export function memo<T>(compute: (name: string) => T, circular: (name: string) => void, meanwhile?: T): (name: string) => T | undefined {
  const values = new Map<string, T>();
  const computing = new Set<string>();
  return (name) => {
    if (values.has(name)) return values.get(name);
    if (computing.has(name)) {
      circular(name);
      return meanwhile;
    }
    computing.add(name);
    try {
      const value = compute(name);
      values.set(name, value);
      return value;
    } finally {
      computing.delete(name);
    }
  };
}
