import type { EstateView } from './view.ts';

/** An index over an estate, made once for each view, so that asking it for every resource stays linear. */
export function perView<T>(make: (view: EstateView) => T): (view: EstateView) => T {
  const made = new WeakMap<EstateView, T>();
  return (view) => {
    const known = made.get(view);
    if (known !== undefined) return known;
    const index = make(view);
    made.set(view, index);
    return index;
  };
}
