import { partitionOf } from '../../model/region.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { resourcesAtHome } from '../subjects.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

export const regionPartitionMismatch = rule({
  id: 'region-partition-mismatch',
  title: 'Target region lies in another partition',
  on: 'estate',
  severity: severities('C/C/C/C'),
  why: 'Nothing crosses partitions: no IAM principals, multi-Region keys, S3 or DynamoDB replication, image copies or backups.',
  fix: 'Choose a target in the same partition, or set up separate accounts and move data at application level (AMIs through S3, DataSync agents, own pipelines); derive ARNs and host suffixes from the partition.',
  effect: 'RPO and RTO are those of a copy that you carry over yourselves: no replication, backup copy or key of AWS crosses partitions.',
  links: ['https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html'],
  examples: {
    gap: [{ home: yaml`
      Orders:
        Type: AWS::DynamoDB::Table
    `, targetRegion: 'us-gov-west-1' }],
    ready: [{ home: yaml`
      Orders:
        Type: AWS::DynamoDB::Table
    ` }],
    unknown: [{ home: yaml`
      Orders:
        Type: AWS::DynamoDB::Table
    `, targetRegion: 'moon-base-1' }],
  },

  *check(view, { intent }): Iterable<EstateSubject> {
    const { home, target } = intent;
    const there = partitionOf(target);
    const resources = resourcesAtHome(view, intent).map(({ id }) => id);
    for (const region of home) {
      const here = partitionOf(region);
      const subject = { subject: `${region}→${target}`, title: `${region} → ${target}`, resources };
      const evidence = [here, there].flatMap((each, index) => (each === undefined ? [] : [{ what: index === 0 ? region : target, value: `partition ${each.id}${each.inferred ? ', inferred from the form of the code' : ''}` }]));
      if (here === undefined || there === undefined) {
        yield { ...subject, verdict: unknown(`Nobody told us the partition of ${here === undefined ? region : target}.`, { ask: 'regionready catalogue refresh', evidence }) };
      } else if (here.id === there.id) yield { ...subject, verdict: ready(`${region} and ${target} are both in the partition ${here.id}.`, { evidence }) };
      else yield { ...subject, verdict: gap(`${target} is in the partition ${there.id}, ${region} in ${here.id}: nothing replicates between them.`, { blocking: true, evidence }) };
    }
  },
});
