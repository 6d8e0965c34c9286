import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { messageOf } from '../../model/errors.ts';

describe('messageOf', () => {
  const told = (text: string): string => {
    try {
      JSON.parse(text);
    } catch (thrown) {
      return messageOf(thrown);
    }
    return assert.fail('It is valid.');
  };

  it('quotes nothing of a text that is no JSON', () => {
    assert.equal(told('{"password": hunter2}'), "Unexpected token 'h'");
    assert.equal(told(`{"users": [${'1, '.repeat(50)}], "password": hunter2, "more": "${'x'.repeat(99)}"}`), "Unexpected token ']'");
    assert.match(told('{"password": "hunter2'), /^Unterminated string in JSON at position 21/);
  });

  it('takes what is no error as its text', () => {
    assert.equal(messageOf(new Error('no')), 'no');
    assert.equal(messageOf(7), '7');
  });
});
