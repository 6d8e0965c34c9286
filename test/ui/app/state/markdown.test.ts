import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rulePage } from '../../../../cli/formats/rule-page.ts';
import { ruleRegistry } from '../../../../cli/registry.ts';
import { inlineParts, markdownBlocks, proseParts } from '../../../../ui/app/state/markdown.ts';

describe('Markdown', () => {
  it('is read block by block', () => {
    assert.deepEqual(markdownBlocks('# A\n\ntwo\nlines\n\n- x\n- y\n\n| a | b |\n| --- | --- |\n| 1 | 2 \\| 3 |\n\n````yaml\n```\n````\n'), [
      { type: 'heading', level: 1, text: 'A' }, { type: 'paragraph', text: 'two lines' }, { type: 'list', items: ['x', 'y'] }, { type: 'table', head: ['a', 'b'], rows: [['1', '2 | 3']] }, { type: 'code', language: 'yaml', text: '```' },
    ]);
  });

  it('knows code, emphasis and addresses in a line, and takes nothing for HTML', () => {
    assert.deepEqual(inlineParts('a `b` *c* <https://d.example/x> <b>'), [{ type: 'text', text: 'a ' }, { type: 'code', text: 'b' }, { type: 'text', text: ' ' }, { type: 'emphasis', text: 'c' }, { type: 'text', text: ' ' }, { type: 'link', text: 'https://d.example/x' }, { type: 'text', text: ' <b>' }]);
    assert.deepEqual(inlineParts('javascript:x'), [{ type: 'text', text: 'javascript:x' }]);
  });

  it('knows nothing but code in a sentence of a verdict, which has names from outside', () => {
    assert.deepEqual(proseParts('`region` of <https://evil.example> *is* `a`'), [{ type: 'code', text: 'region' }, { type: 'text', text: ' of <https://evil.example> *is* ' }, { type: 'code', text: 'a' }]);
    assert.deepEqual(proseParts('one ` only'), [{ type: 'text', text: 'one ` only' }]);
  });

  it('reads the page of every rule to its end: no heading, fence or row is left in a paragraph', () => {
    for (const rule of ruleRegistry.values()) {
      for (const block of markdownBlocks(rulePage(rule))) if (block.type === 'paragraph') assert.doesNotMatch(block.text, /^(?:#{1,6} |```|\| )/, rule.id);
    }
  });
});
