import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOn, tokens } from '../../../../../cli/formats/html/style/tokens.ts';
import { styleSheet } from '../../../../../cli/formats/html/style/index.ts';

/** WCAG 2 relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('colours', () => {
  it('have enough contrast for text, light and dark', () => {
    for (const [text, ground] of textOn) {
      for (const mode of [0, 1] as const) {
        const [lighter = 0, darker = 0] = [luminance(tokens[text][mode]), luminance(tokens[ground][mode])].sort((a, b) => b - a);
        const contrast = (lighter + 0.05) / (darker + 0.05);
        assert.ok(contrast >= 4.5, `${text} on ${ground}, ${mode === 0 ? 'light' : 'dark'}: ${contrast.toFixed(2)}`);
      }
    }
  });

  it('are named wherever they are used, and everything named exists', () => {
    const used = new Set([...styleSheet.matchAll(/var\(--([a-z-]+)\)/g)].map(([, name = '']) => name));
    assert.deepEqual([...used].filter((name) => !Object.hasOwn(tokens, name)), []);
  });

  it('come with balanced braces', () => {
    assert.equal(styleSheet.split('{').length, styleSheet.split('}').length);
  });
});
