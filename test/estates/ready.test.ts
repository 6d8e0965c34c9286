import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Judgement, Readiness } from '../../model/readiness.ts';
import { auditOf, lineOf, linesOf } from '../support/ready-estate.ts';
import { learned } from './ready-learned.ts';
import { activeActive } from './removals/active-active.ts';
import { backupRestore } from './removals/backup-restore.ts';
import { pilotLight } from './removals/pilot-light.ts';
import { warmStandby } from './removals/warm-standby.ts';

/** What no template, module or code says: a scan of the account does. */
const untold = {
  'warm-standby': ['critical artifact-ecr-not-retroactive shop/orders', 'critical data-s3-crr-not-retroactive shop-media-111122223333-eu-west-1', 'critical region-engine-version shop-ledger', 'critical region-feature-gap Aurora Global Database: eu-west-1 → eu-central-1', 'high config-secret-replica-stale shop/ledger', 'high region-quota-shortfall quotas of 111122223333'],
  'active-active': ['critical compute-instance-type-unavailable tickets-sessions', 'critical data-s3-crr-not-retroactive tickets-attachments-us-east-1', 'critical data-s3-crr-not-retroactive tickets-trail-111122223333', 'critical messaging-ses-not-ready Sender', 'critical region-quota-shortfall quotas of 111122223333', 'high config-secret-replica-stale tickets/payment-provider'],
  'pilot-light': ['critical data-s3-crr-not-retroactive claims-documents-primary', 'high artifact-ecr-not-retroactive claims/assess', 'high config-secret-replica-stale claims/database', 'high region-engine-version claims', 'medium region-quota-shortfall quotas of the account', 'info graph-write-locality claims-documents-primary', 'info graph-write-locality claims-cases'],
  'backup-restore': ['high data-s3-crr-not-retroactive archive-documents-eu-west-1', 'high data-s3-crr-not-retroactive archive-templates-eu-west-1', 'high data-s3-crr-not-retroactive archive-trail-eu-west-1', 'medium artifact-ecr-not-retroactive archive/indexer', 'medium config-secret-replica-stale archive/database', 'medium region-engine-version archive', 'low region-quota-shortfall quotas of 111122223333'],
} as const;
const removals = { 'warm-standby': warmStandby, 'active-active': activeActive, 'pilot-light': pilotLight, 'backup-restore': backupRestore };
const strategies = Object.keys(untold) as (keyof typeof untold)[];

/** What backup & restore does not ask for: nothing runs in the recovery region until it is needed. All of it is low or for information. */
const accepted = ['low messaging-no-peer', 'low network-no-peer', 'low operations-no-outside-canary', 'low operations-observability-parity', 'low traffic-r53-simple', 'info data-s3-crr-deletes', 'info data-s3-crr-one-way'];

describe('estates that are ready', () => {
  for (const strategy of strategies) {
    it(`for ${strategy} have no gap, and nothing is unknown that code could tell`, async () => {
      const readiness = await auditOf({ estate: `ready-${strategy}` });
      const gaps = linesOf(readiness, 'gap');
      assert.deepEqual(gaps.filter((gap) => strategy !== 'backup-restore' || !accepted.some((line) => gap.startsWith(`${line} `))), []);
      assert.deepEqual(linesOf(readiness, 'unknown'), untold[strategy]);
      assert.ok(readiness.counts.ready > 100);
    });
  }

  it('are ready as a whole and in every service once the account is scanned', async () => {
    for (const strategy of ['warm-standby', 'active-active'] as const) {
      const readiness = await auditOf({ estate: `ready-${strategy}`, learned: learned[strategy] });
      assert.deepEqual([readiness.status, readiness.services.map(({ status }) => status), linesOf(readiness, 'unknown')], ['ready', ['ready'], []], strategy);
    }
  });
});

/** Open gaps without those that follow from another one, and what became unknown. */
function found(readiness: Readiness, before: Readiness): string[] {
  const known = new Set(before.judgements.filter(({ state }) => state === 'gap' || state === 'unknown').map((judged) => `${judged.state} ${judged.fingerprint}`));
  const isNew = (judged: Judgement): boolean => !known.has(`${judged.state} ${judged.fingerprint}`);
  const all = readiness.judgements.filter((judged) => isNew(judged) && judged.cause === undefined);
  return all.flatMap((judged) => (judged.state === 'gap' ? [lineOf(judged)] : judged.state === 'unknown' ? [`? ${lineOf(judged)}`] : []));
}

for (const strategy of strategies) {
  describe(`ready-${strategy}`, async () => {
    const before = auditOf({ estate: `ready-${strategy}` });
    for (const { without, cuts, found: expected } of removals[strategy]) {
      it(`misses ${without}`, async () => assert.deepEqual(found(await auditOf({ estate: `ready-${strategy}`, cuts }), await before), expected));
    }
  });
}
