import { assumed, minutes, recovery } from '../recovery.ts';

export const kinesisStreamRecovery = recovery({
  kind: 'kinesis-stream',
  copyRule: 'data-kinesis-regional',
  ways: {},
  anew: { text: 'Create {name} in {target} from its template; producers start there anew', time: assumed(minutes(5), 'creation of a stream'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/streams/latest/dev/disaster-recovery-resiliency.html'],
});
