import { assumed, minutes, recovery } from '../recovery.ts';

export const elasticacheServerlessCacheRecovery = recovery({
  kind: 'elasticache-serverless-cache',
  ways: {},
  anew: { text: 'Create {name} in {target} from its template; it starts empty', time: assumed(minutes(10), 'creation of a cache; what stands behind it bears the load until it is warm'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.corecomponents.html'],
});
