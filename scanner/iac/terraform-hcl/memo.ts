import { unknown, type Value } from './value.ts';

/** Evaluates once, when it is first asked; what refers to itself is unknown. */
export function lazily(work: () => Value): () => Value {
  let value: Value | undefined;
  let working = false;
  return () => {
    if (value !== undefined) return value;
    if (working) return unknown('it refers to itself');
    working = true;
    try {
      value = work();
    } finally {
      working = false;
    }
    return value;
  };
}

/** Values by name, each evaluated once. */
export function lazyMap(work: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, () => Value>();
  return (name) => {
    const found = known.get(name) ?? lazily(() => work(name));
    known.set(name, found);
    return found();
  };
}
