import { readFileSync } from 'node:fs';

/** The configuration that docs/own-rules.md shows, importing from `from` instead of the installed package. */
export function documentedConfig(from = 'regionready'): string {
  const page = readFileSync(new URL('../../docs/own-rules.md', import.meta.url), 'utf8');
  const [, code = ''] = /```ts\n([^]*?)```/.exec(page) ?? [];
  return code.replace("from 'regionready'", `from '${from}'`);
}

/** index.ts of this checkout, for programs that are written elsewhere. */
export const ourIndex = new URL('../../index.ts', import.meta.url).href;
