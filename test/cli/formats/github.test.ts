import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { github } from '../../../cli/formats/github.ts';
import { formatContext, hostile, tinyReadiness, verdict } from '../../support/tiny-readiness.ts';

describe('github', () => {
  it('annotates open gaps at their lines and sums up what could not be seen', () => {
    assert.deepEqual(github([tinyReadiness], formatContext()).trimEnd().split('\n'), [
      '::error file=infra/media.yaml,line=12,title=data-tiny (critical)::media has no copy in eu-west-1.%0AFix: Make a copy.',
      '::warning file=src/a.ts,line=3,endLine=3,col=24,endColumn=32,title=code-tiny (medium)::us-east-1 is fixed here.%0AFix: Read it from the environment.',
      '::notice title=regionready::Not everything could be seen: 1 verdicts are unknown and there are 1 blind spots.',
    ]);
  });

  it('cannot be made to print another command', () => {
    const judgements = [verdict({ message: hostile, source: { scanner: 'x', file: hostile } })];
    const lines = github([{ ...tinyReadiness, judgements, blindSpots: [] }], formatContext()).trimEnd().split('\n');
    assert.equal(lines.length, 1);
    assert.equal(lines[0]?.split('::').length, 5, 'what the text says of ::error:: stays inside the message');
  });
});
