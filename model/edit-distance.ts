/**
 * Levenshtein distance between two short texts, or undefined where it is more than `limit`.
 * Texts longer than 64 characters are never near anything: the cost stays bounded whatever is passed.
 */
export function editDistance(a: string, b: string, limit: number): number | undefined {
  if (a.length > 64 || b.length > 64 || Math.abs(a.length - b.length) > limit) return undefined;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  const distance = previous[b.length] ?? 0;
  return distance <= limit ? distance : undefined;
}
