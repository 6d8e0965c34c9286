import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { annotationData, annotationProperty, markdownCode, markdownText, terminalText, withoutControls } from '../../../cli/formats/escape.ts';
import { hostile } from '../../support/tiny-readiness.ts';

describe('text from outside', () => {
  it('reaches a terminal on one line and without anything that it would act on', () => {
    assert.equal(terminalText('a\u001b[31mb\u0007\r\nc\u202ed\u200be\u{e0041}f\ud800g é 漢 🚀'), 'a[31mb cdefg é 漢 🚀');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\u2028-\u202e]/u.test(terminalText(text))));
  });

  it('is no markup in Markdown', () => {
    const text = markdownText(hostile);
    assert.doesNotMatch(text, /<|(?<!\\)[[\]|`#]|@team|http:\/\/e/);
    assert.match(text, /&lt;img/);
  });

  it('stays inside its code span whatever backquotes and bars it holds', () => {
    assert.equal(markdownCode('a.yaml:3'), '`a.yaml:3`');
    assert.equal(markdownCode('a`b``c'), '``` a`b``c ```');
    assert.doesNotMatch(markdownCode('a|b'), /\|/);
  });

  it('cannot forge an annotation', () => {
    assert.equal(annotationData('a%0A\n::error::x'), 'a%250A%0A::error::x');
    assert.equal(annotationProperty('a:b,c\nd'), 'a%3Ab%2Cc%0Ad');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !annotationProperty(text).match(/[\r\n:,]/)));
  });

  it('keeps line ends where several lines are wanted', () => assert.equal(withoutControls('a\u001b\r\nb\tc'), 'a\nb c'));
});
