import { assumed, minutes, recovery } from '../recovery.ts';

export const elasticacheServerlessCacheRecovery = recovery({
  kind: 'elasticache-serverless-cache',
  ways: {},
  anew: { text: 'Create {name} in {target} from its template; it fills from the database behind it', time: assumed(minutes(10), 'creation of a cache; load on the database until it is warm'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.corecomponents.html'],
});
