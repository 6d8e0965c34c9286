import { assumed, documented, minutes, recovery } from '../recovery.ts';

export const secretRecovery = recovery({
  kind: 'secret',
  copyRule: 'config-secret-no-replica',
  ways: {
    replication: {
      title: 'Replica secret',
      sync: 'continuous',
      writers: 'one',
      rpo: documented(minutes(1), 'changes are replicated at once'),
      setUp: ['Replicate {name} to {target}, encrypted with a key of {target}'],
      verify: 'secretsmanager:DescribeSecret of {name}: ReplicationStatus InSync',
      takeOver: [],
      giveBack: 'Nothing to do, unless the replica was promoted to a secret of its own to be rotated in {target}',
    },
  },
  anew: { text: 'Create {name} in {target} and write its value there', time: assumed(minutes(30), 'by hand, from where the value is kept'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html'],
});
