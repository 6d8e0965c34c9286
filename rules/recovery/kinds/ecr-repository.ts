import { assumed, documented, hours, minutes, recovery } from '../recovery.ts';

export const ecrRepositoryRecovery = recovery({
  kind: 'ecr-repository',
  copyRule: 'artifact-ecr-no-replication',
  ways: {
    replication: {
      title: 'Registry replication',
      sync: 'continuous',
      writers: 'one',
      rpo: documented(minutes(30), 'most images within 30 minutes'),
      setUp: ['Add {target} to the replication rules of the registry; push or copy the images that exist already'],
      verify: 'ecr:DescribeImageReplicationStatus',
      takeOver: [],
      giveBack: 'Nothing to do: push to {home} again',
    },
  },
  anew: { text: 'Build and push the images of {name} to {target} again', time: assumed(hours(1), 'time of the pipeline'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html'],
});
