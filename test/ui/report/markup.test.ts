import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkHtml } from '../../support/html-check.ts';
import { html, printable, prose, raw, slug, webLink } from '../../../ui/report/markup.ts';

describe('markup', () => {
  it('escapes every value but markup, in text and attributes', () => {
    assert.equal(html`<p title="${'"><img onerror=x>'}">${'</script>'}${html`<b>${'&'}</b>`}${raw('<i></i>')}</p>`.markup,
      '<p title="&#34;&#62;&#60;img onerror=x&#62;">&#60;/script&#62;<b>&#38;</b><i></i></p>');
    assert.equal(html`${[1, 'a', [html`<b></b>`]]}${false}${undefined}`.markup, '1a<b></b>');
  });

  it('lets no text out of its element or attribute', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { elements } = checkHtml(html`${raw('<!doctype html>')}<p title="${text}">${text}${prose(text)}</p>`.markup);
      assert.ok(elements.every(({ tag }) => tag === 'p' || tag === 'code'));
    }));
  });

  it('spells out what a reader would not see', () => {
    assert.equal(printable('a\u202eb\u0000c\u200bd\ud800\n\té'), 'a⟨U+202E⟩b⟨U+0000⟩c⟨U+200B⟩d\ufffd\n\té');
    assert.equal(printable('👩‍💻 سلام क्‍ष'), '👩‍💻 سلام क्‍ष');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(printable(printable(text)), printable(text))));
  });

  it('links to https addresses only', () => {
    assert.equal(webLink('https://docs.aws.amazon.com/kms/latest/keys.html').markup,
      '<a href="https://docs.aws.amazon.com/kms/latest/keys.html" rel="noopener noreferrer" target="_blank">docs.aws.amazon.com › keys</a>');
    for (const bad of ['javascript:alert(1)', 'JAVASCRIPT:alert(1)//https://', 'data:text/html,x', 'http://example.com', 'https://user:pass@example.com', 'https:', '//example.com', '']) {
      assert.doesNotMatch(webLink(bad).markup, /<a|href/, bad);
    }
  });

  it('sets code in backticks, and leaves a lone backtick alone', () => {
    assert.equal(prose('set `A<B` now').markup, 'set <code>A&#60;B</code> now');
    assert.equal(prose('a ` b').markup, 'a &#96; b');
  });

  it('makes ids of letters, digits and hyphens', () => {
    assert.equal(slug('Orders API/v2 <b>'), 'orders-api-v2-b');
    assert.equal(slug('***'), 'x');
  });
});
