import assert from 'node:assert/strict';
import { it } from 'node:test';
import { objectivesSection } from '../../../cli/formats/text/objectives.ts';
import type { RecoveryOutlook } from '../../../model/readiness.ts';
import { formatContext, tinyReadiness } from '../../support/tiny-readiness.ts';

it('names objectives that would be missed, with the chain that decides it', () => {
  const outlook = (seconds: number | null): RecoveryOutlook => ({
    lost: 'us-east-1', outcome: 'recovers', why: [],
    rto: { seconds, basis: 'assumed', objective: 900, met: seconds !== null && seconds <= 900, why: ['Notice\u001b[2J: 15 min', 'Restore', 'Deploy', 'Switch', 'Scale'] },
    rpo: { seconds: 0, basis: 'documented', objective: 60, met: true, why: [] },
  });
  const services = [300, 7200, null].map((seconds, index) => ({ ...(tinyReadiness.services[0] as (typeof tinyReadiness.services)[number]), id: `s${index}`, recovery: outlook(seconds) }));
  const lines = objectivesSection({ ...tinyReadiness, services }, formatContext({ columns: 200 }));
  assert.deepEqual(lines, [
    'Objectives that would be missed without home  of 3 services that have some',
    '  • s1, RTO: 2 h, assumed; objective 15 min is missed. Notice[2J: 15 min → Restore → Deploy → Switch → and 1 more',
    '  • s2, RTO: no end in sight; objective 15 min is missed. Notice[2J: 15 min → Restore → Deploy → Switch → and 1 more',
  ]);
  assert.deepEqual(objectivesSection(tinyReadiness, formatContext()), []);
});
