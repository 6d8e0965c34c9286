import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { modules } from '../../../ui/report/modules.ts';

/**
 * The page's script: the functions of ui/report as this very process loaded them, types gone, and the constants beside them. It needs no
 * build step and is the same code whether the sources or the compiled package run.
 */
export function pageScript(): string {
  const parts = modules.flatMap((module) => Object.entries(module)).map(([name, value]) => {
    if (typeof value !== 'function') return `const ${name} = ${JSON.stringify(value)};`;
    const source = String(value);
    if (!/^(?:async )?function\s+\w+\s*\(/.test(source) || value.name !== name) throw new Error(`${name} is no plain function`);
    return source;
  });
  return ['(() => {', '"use strict";', ...parts, 'start();', '})();'].join('\n');
}

/** The graph library, minified, as it is published. */
export function cytoscapeScript(): string {
  return readFileSync(createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js'), 'utf8');
}

/** What the policy of the page names a script by. The text must be what stands between the tags, byte for byte. */
export function scriptHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Refuses a script that would end its own element or open a comment in it: it would have to be written in another way. */
export function inlineable(text: string): string {
  if (/<\/script|<!--|<script/i.test(text)) throw new Error('a script that is to stand in a page holds a tag of its own');
  return text;
}
