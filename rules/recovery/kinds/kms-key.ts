import { assumed, documented, minutes, recovery } from '../recovery.ts';

export const kmsKeyRecovery = recovery({
  kind: 'kms-key',
  copyRule: 'config-kms-single-region',
  ways: {
    replication: {
      title: 'Multi-Region replica key',
      sync: 'synchronous',
      writers: 'both',
      rpo: documented(0, 'the key material is the same'),
      setUp: ['Replicate the multi-Region key {name} to {target}, with the grants of its users there'],
      verify: 'kms:DescribeKey in {target}',
      takeOver: [],
      giveBack: 'Nothing to do',
    },
  },
  anew: { text: 'Create a key for {name} in {target} and encrypt anew; what {name} encrypted stays unreadable', time: assumed(minutes(10), 'creation of a key and its policy'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html'],
});
