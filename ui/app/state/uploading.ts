/** A name for a snapshot out of that of its file. */
export function nameOf(file: string): string {
  const bare = file.replace(/(?:\.snapshot|\.ndjson)?(?:\.gz)?$/i, '').replace(/\p{Cc}/gu, ' ').trim();
  return (bare === '' ? 'estate' : bare).slice(0, 200);
}

/** What the server is told that it gets; it looks at the bytes themselves anyway. */
export const typeOf = (file: string): string => (/\.gz$/i.test(file) ? 'application/gzip' : /\.ndjson$/i.test(file) ? 'application/x-ndjson' : 'application/octet-stream');
