import type { CriterionId } from '../../../model/comparison.ts';
import type { Criterion } from '../criterion.ts';
import { distance } from './distance.ts';
import { enabled } from './enabled.ts';
import { latency } from './latency.ts';
import { offer } from './offer.ts';
import { price } from './price.ts';
import { readiness } from './readiness.ts';
import { users } from './users.ts';
import { zones } from './zones.ts';

export const criteria: Readonly<Record<CriterionId, Criterion>> = { offer, readiness, latency, users, distance, zones, enabled, price };
