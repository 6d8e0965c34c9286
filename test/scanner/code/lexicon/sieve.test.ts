import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { regions } from '../../../../model/region.ts';
import { codeLanguages } from '../../../../scanner/code/languages/index.ts';
import { sdkWords } from '../../../../scanner/code/lexicon/sieve.ts';
import { trait } from '../../../../scanner/code/lexicon/traits.ts';
import { lexicon, lexiconOf } from '../../../../scanner/code/lexicon.ts';
import { vocabularyOf } from '../../../../scanner/code/lexicon/vocabulary.ts';

const sieve = lexicon.sieve(4_000);
assert.ok(sieve !== undefined);
const traitsOf = (text: string, of = sieve): number => of.find(of.buffer.write(text, 'latin1'));

describe('lexicon.sieve', () => {
  it('changes nothing that the prefilter says of any text', () => {
    const parts = fc.constantFrom('us', 'eu', '-', '_', 'east', 'WEST', 'Central', 'north', '1', '9', 'ami-', '0123abcd', 'deadbeef', 'use1-', 'az1', '-wl1', 'wlz2', 'AWS', '_REGION', 'us.anthropic.c', 'networkaddress.cache.ttl', 'sun.net.inetaddr.ttl', '.aws', 'api.aws', 'aws', 'arn:', 'arn:aws', 's3.amazonaws.com', 'amazonaws\\.', 'region', 'Region', '"us-"', '"eu-west"', '${region}a', '[a-z]{2}-[a-z]+-\\d', '"', "'", ' ', '.', '\n', 'x', '(', '=', '\xe9', '\0');
    fc.assert(fc.property(fc.array(parts, { maxLength: 30 }).map((words) => words.join('')), fc.boolean(), (text, byName) => {
      assert.equal(lexicon.prefilter(text, byName, traitsOf(text)), lexicon.prefilter(text, byName), JSON.stringify(text));
    }), { numRuns: 5_000 });
  });

  it('sees the codes of all regions in every spelling', () => {
    for (const code of regions.keys()) {
      const camel = code.split('-').map((each) => each.charAt(0).toUpperCase() + each.slice(1)).join('');
      for (const spelling of [code, code.replaceAll('-', '_'), code.toUpperCase(), camel]) assert.equal(traitsOf(`x ${spelling} y`) & trait.compass, trait.compass, spelling);
    }
  });

  it('sees nothing in ordinary text', () => {
    assert.equal(traitsOf('import { a } from "./b"; const northern = 1; x.register(y - 12, "a-b"); // test-1 of 3f-2a'), 0);
  });

  it('sees a word in all that a language takes for the mention of an SDK', () => {
    for (const { id, mentions } of codeLanguages.values()) {
      for (const alternative of mentions?.source.split('|') ?? []) {
        assert.doesNotMatch(alternative, /[()[\]?*+{}]/, `${id}: alternatives are plain words here`);
        assert.ok(sdkWords.some((word) => alternative.toLowerCase().includes(word)), `${id}: ${alternative} holds none of ${sdkWords.join(', ')}`);
        assert.equal(traitsOf(`import "${alternative.replaceAll('\\', '')}"`) & trait.sdk, trait.sdk, alternative);
      }
    }
  });

  it('follows the data', () => {
    const other = lexiconOf(vocabularyOf(['zz-middle-1'], ['example.aws'], new Map())).sieve(100);
    assert.ok(other !== undefined);
    assert.equal(traitsOf('zz-middle-1', other), trait.compass);
    assert.equal(traitsOf('zz-middle-1'), 0);
  });
});
