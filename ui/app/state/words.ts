/** 12345 → 12,345. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** 1 gap, 2 gaps. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** 2026-11-21T16:54:10.123Z → 2026-11-21 16:54. */
export function moment(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}

/** 1536 → 1.5 KB. */
export function bytes(count: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const power = count < 1 ? 0 : Math.min(3, Math.floor(Math.log2(count) / 10));
  return `${power === 0 ? count : (count / 1024 ** power).toFixed(1)} ${units[power] ?? ''}`;
}
