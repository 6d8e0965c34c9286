import { assumed, minutes, recovery } from '../recovery.ts';

export const logGroupRecovery = recovery({
  kind: 'log-group',
  ways: {},
  anew: { text: 'Create {name} in {target} from its template; what was logged before stays in {home}', time: assumed(minutes(2), 'creation of a log group'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/WhatIsCloudWatchLogs.html'],
});
