import { assumed, minutes, recovery } from '../recovery.ts';

export const sqsQueueRecovery = recovery({
  kind: 'sqs-queue',
  ways: {},
  anew: { text: 'Create {name} in {target} from its template; messages in {home} wait there until it is back', time: assumed(minutes(2), 'creation of a queue'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html'],
});
