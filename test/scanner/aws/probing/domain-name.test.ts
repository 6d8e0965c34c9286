import assert from 'node:assert/strict';
import { it } from 'node:test';
import { domainName } from '../../../../scanner/aws/probing/domain-name.ts';

it('domainName writes names as people do', () => {
  assert.equal(domainName('shop.example.com.'), 'shop.example.com');
  assert.equal(domainName('\\052.example.com.'), '*.example.com');
  assert.equal(domainName('example.com'), 'example.com');
});
