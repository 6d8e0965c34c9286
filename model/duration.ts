const units = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 } as const;

/** Seconds of a duration such as 0s, 15m, 4h, 1d or 1h30m; undefined for what is none. */
export function secondsOf(text: string): number | undefined {
  if (!/^(?:\d{1,9}[smhdw])+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+)([smhdw])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof units], 0);
}

/** 90 → 90 s, 900 → 15 min, 5400 → 1 h 30 min, 0 → none. */
export function durationText(seconds: number): string {
  if (seconds === 0) return 'none';
  if (seconds < 120) return `${seconds} s`;
  const parts = [[86_400, 'd'], [3600, 'h'], [60, 'min']] as const;
  let rest = seconds < 3600 ? Math.round(seconds / 60) * 60 : seconds;
  const words: string[] = [];
  for (const [size, unit] of parts) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) words.push(`${count} ${unit}`);
  }
  return words.slice(0, 2).join(' ');
}
