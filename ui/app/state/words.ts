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

const longest = 240;

/** The beginning of a text that is longer than one reads, up to where a name or word ends. */
export function briefly(text: string): string {
  if (text.length <= longest * 1.25) return text;
  const end = text.lastIndexOf(' ', longest);
  return `${text.slice(0, end < longest / 2 ? longest : end).replace(/[,;:.]$/, '')} …`;
}

/** The first of many names, and how many there are beside them. */
export const firstOf = (names: readonly string[], most = 5): string => (names.length <= most + 1 ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${number(names.length - most)} more`);
