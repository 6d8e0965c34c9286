const named = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge'];

/** Rank of an instance or node class by its size alone: `large` of db.r6g.large, `12xlarge` of m5.12xlarge; undefined for metal and unknown sizes. */
export function sizeOf(name: string): number | undefined {
  const size = name.replace(/\.(?:search|elasticsearch)$/, '').split('.').at(-1) ?? '';
  const multiple = /^(\d{1,3})xlarge$/.exec(size)?.[1];
  if (multiple !== undefined) return named.length - 1 + Number(multiple) - 1;
  const rank = named.indexOf(size);
  return rank === -1 ? undefined : rank;
}

/** Whether the first class is of a smaller size than the second; undefined where the size of one is not known. */
export function isSmaller(a: string, b: string): boolean | undefined {
  const [own, other] = [sizeOf(a), sizeOf(b)];
  return own === undefined || other === undefined ? undefined : own < other;
}
