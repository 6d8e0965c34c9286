import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { overlap, rangeOf } from '../../../rules/support/cidr.ts';
import { isSmaller } from '../../../rules/support/class-size.ts';
import { covered } from '../../../rules/support/domains.ts';
import { listed, otherRegions } from '../../../rules/support/list.ts';
import { readable } from '../../../rules/support/readable.ts';
import { severities } from '../../../rules/support/severities.ts';
import { yaml } from '../../../rules/support/yaml.ts';

describe('address ranges', () => {
  it('overlap where they share an address', () => {
    assert.ok(overlap('10.0.0.0/16', '10.0.128.0/17') && overlap('0.0.0.0/0', '192.0.2.1/32'));
    assert.ok(!overlap('10.0.0.0/16', '10.1.0.0/16') && !overlap('10.0.0.0/16', '2001:db8::/32') && !overlap('300.0.0.0/8', '0.0.0.0/0'));
    assert.deepEqual(rangeOf('10.0.5.7/16'), [0x0a000000, 0x0a00ffff]);
  });

  it('overlap either way round', () => {
    const cidr = fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([address, bits]) => `${address}/${bits}`);
    fc.assert(fc.property(cidr, cidr, (a, b) => overlap(a, a) && overlap(a, b) === overlap(b, a)), { numRuns: 200, seed: 1 });
  });
});

describe('class sizes', () => {
  it('compare by size alone, and not at all where one is not known', () => {
    assert.deepEqual([isSmaller('db.r6g.large', 'db.r6g.2xlarge'), isSmaller('m5.12xlarge', 'm5.8xlarge'), isSmaller('m5.xlarge', 'c5.xlarge'), isSmaller('m5.metal', 'm5.large'), isSmaller('m5.medium.search', 'm5.large.search')], [true, false, false, undefined, true]);
  });
});

describe('names of certificates', () => {
  it('cover the same name and, by wildcard, one label', () => {
    const names = new Set(['*.example.com', 'shop.example.org']);
    assert.deepEqual(['a.example.com', 'A.Example.com', 'a.b.example.com', 'example.com', '*.example.com', 'shop.example.org', 'localhost'].map((host) => covered(names, host)), [true, true, false, false, true, true, false]);
  });
});

describe('words', () => {
  it('are listed once, sorted, and named where there are none', () => {
    assert.deepEqual([listed([]), listed(['a']), listed(['b', 'a', 'b']), listed(['c', 'a', 'b'])], ['none', 'a', 'a and b', 'a, b and c']);
    assert.equal(otherRegions([]), 'no other region');
  });

  it('stand for what is known after deployment', () => {
    assert.equal(readable('arn:aws:sqs:us-east-1:⟦account⟧:⟦cloudformation:shop/us-east-1/Jobs#QueueName⟧'), 'arn:aws:sqs:us-east-1:<account>:<Jobs>');
  });

  it('name severities as the catalogue writes them', () => {
    assert.deepEqual(severities('-/I/M/C'), { 'backup-restore': 'off', 'pilot-light': 'info', 'warm-standby': 'medium', 'active-active': 'critical' });
  });

  it('keep a template’s own indentation and lose the source’s', () => {
    assert.equal(yaml`
      A:
        B: ${1}

        C: \${AWS::Region}
    `, 'A:\n  B: 1\n\n  C: ${AWS::Region}');
  });
});
