import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lintMarkdown } from '../../../cli/formats/lint-markdown.ts';
import { markdown } from '../../../cli/formats/markdown.ts';
import { codeVerdict, formatContext, hostile, tinyReadiness, verdict } from '../../support/tiny-readiness.ts';

describe('markdown', () => {
  const page = markdown([tinyReadiness], formatContext());

  it('has the verdict, a table of services, gaps by rule, unknowns, blind spots and notes', () => {
    assert.match(page, /^## ✖ us-east-1 → eu-west-1: blocked\n/);
    assert.match(page, /\| 3 \(1 critical, 1 medium\) \| 1 \| 1 \| 1 \| 33\.3 % \|/);
    assert.match(page, /\| shop \| ✖ blocked \|/);
    assert.match(page, /<details open><summary><b>critical<\/b> Thing has no copy \(<code>data-tiny<\/code>, 1 gap\)<\/summary>\n\n\| What \| Where \| Why \|\n\|---\|---\|---\|\n\| media \| `infra\/media\.yaml:12` \|/);
    assert.match(page, /- `data-tiny`, 1 times\. s3:GetReplicationConfiguration/);
    assert.match(page, /- resources of broken\.yaml: A bracket is missing\. \(`broken\.yaml:4`\)/);
    assert.match(page, /### Notes\n\n- Home was assumed\./);
    assert.doesNotMatch(page, /\bold\b/, 'a baselined gap is not in the way');
  });

  it('lets no name from outside become markup', () => {
    const judgements = [verdict({ title: hostile, message: hostile, source: { scanner: 'x', file: hostile } })];
    const forged = markdown([{ ...tinyReadiness, judgements, notes: [hostile] }], formatContext());
    const outsideCode = forged.replace(/(?<!\\)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '');
    assert.doesNotMatch(outsideCode, /<img|@team|(?<!\\)\]\(/);
    assert.equal(outsideCode.split('&lt;img').length, 4, 'title, message and note');
    assert.equal(forged.split('\n').length, markdown([{ ...tinyReadiness, judgements: [verdict()], notes: ['x'] }], formatContext()).split('\n').length);
  });

  it('fits into a comment however many gaps there are, and says what it leaves out', () => {
    const judgements = Array.from({ length: 4000 }, (_, index) => verdict({ rule: `data-${index % 400}`, message: 'x'.repeat(200), fingerprint: String(index) }));
    for (const all of [[tinyReadiness], [tinyReadiness, tinyReadiness]]) {
      const long = markdown(all.map((readiness) => ({ ...readiness, judgements })), formatContext());
      assert.ok(long.length < 65_536, String(long.length));
      assert.match(long, /… and \d+ more rules that did not fit/);
    }
  });

  it('fits lint findings into a comment too', () => {
    const judgements = Array.from({ length: 4000 }, () => codeVerdict);
    const long = lintMarkdown({ targets: [], judgements, blindSpots: [], looked: {}, notes: [] }, formatContext());
    assert.ok(long.length < 65_536);
    assert.match(long, /^## 4,000 findings: 4,000 medium\n[^]*… and \d+ more/);
  });
});
