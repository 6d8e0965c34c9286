import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { memoryAdvice, requireMemory } from '../../cli/memory.ts';
import { UserError } from '../../model/errors.ts';

const heap = (used: number) => () => ({ used: used * 1e9, limit: 4e9 });

describe('memory', () => {
  it('is warned of while there is still a chance to say so', () => {
    assert.equal(memoryAdvice({ now: heap(0.4) }), undefined);
    assert.equal(memoryAdvice({ now: heap(3), collected: heap(1) }), undefined, 'most of it was garbage');
    assert.match(memoryAdvice({ now: heap(3.5), collected: heap(3) }) ?? '', /about 7\.5 GB.*4\.0 GB.*--max-old-space-size=10240/);
  });

  it('counts typed arrays where the engine can, and leaves any other engine as it is: it would complain on stderr', () => {
    const complaints = (engine: string): string => spawnSync(process.execPath, ['--input-type=module', '--eval', `import { countArraysAsHeap } from './cli/memory.ts';\ncountArraysAsHeap(${engine});`], { encoding: 'utf8' }).stderr;
    for (const engine of ['', "'12.4.254.21-node.33'", "'99.1.2'"]) assert.equal(complaints(engine), '');
  });

  it('is refused when it is nearly full', () => {
    requireMemory('estate.snapshot', { now: heap(3) });
    requireMemory('estate.snapshot', { now: heap(3.8), collected: heap(2) });
    assert.throws(() => requireMemory('estate.snapshot', { now: heap(3.9), collected: heap(3.8) }), (error) => error instanceof UserError && error.code === 'RR305' && /max-old-space-size=8192/.test(error.hint));
  });
});
