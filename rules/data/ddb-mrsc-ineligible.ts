import { featureAvailability } from '../../model/feature.ts';
import { secondsOf } from '../../model/duration.ts';
import type { ResourceOf } from '../../graph/view.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { intentOfService, servicesOf } from '../support/services-of.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const strong = (rest = ''): string => yaml`
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      MultiRegionConsistency: STRONG
      Replicas: [{ Region: us-east-1 }, { Region: us-east-2 }, { Region: us-west-2 }]${rest === '' ? '' : `
      ${rest}`}
`;
const eventual = (rest = ''): string => yaml`
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties: { Replicas: [{ Region: us-east-1 }, { Region: eu-west-1 }]${rest} }
`;
const nothingLost = { shop: { rpo: '0s' } };

export const dataDdbMrscIneligible = rule({
  id: 'data-ddb-mrsc-ineligible',
  title: 'Table that must lose nothing cannot be strongly consistent across regions',
  on: 'dynamodb-table',
  needs: ['replicaRegions'],
  severity: severities('-/-/M/H'),
  why: 'Only multi-Region strong consistency loses nothing when a region does. It works in three sets of regions, with three replicas or two and a witness, and is fixed when the table is made.',
  fix: 'Create a new, empty table with multi-Region strong consistency in three regions of one set (or two and a witness), move the data, and retry ReplicatedWriteConflictException. Where TTL, local secondary indexes or transactions are needed, settle for a recovery point objective of seconds.',
  effect: 'RPO cannot be zero: what was not replicated when home is lost, usually the last second, is gone, against an objective that allows nothing. No effect on RTO.',
  links: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/multi-region-strong-consistency-gt.html'],
  examples: {
    gap: [
      { name: 'nothing may be lost, and the table is eventually consistent', strategy: 'active-active', home: eventual(), services: nothingLost },
      { name: 'items expire', targetRegion: 'us-west-2', home: strong('TimeToLiveSpecification: { Enabled: true, AttributeName: expires }') },
    ],
    ready: [{ targetRegion: 'us-west-2', home: strong(), services: nothingLost }],
  },

  /** Regions of different sets are region-feature-gap's business, a missing replica data-ddb-no-replica's. */
  check(table, { intent, graph }) {
    const { name, attributes } = table;
    const { target } = intent;
    const rpo = intentOfService(intent, servicesOf({ graph, intent }).of(table.id))?.rpo;
    const isStrong = attributes.multiRegionConsistency === 'STRONG';
    if (!isStrong && (rpo === undefined || secondsOf(rpo) !== 0)) return undefined;
    const against = obstacles(table);
    if (isStrong) return against.length === 0 ? ready() : gap(`${name} is declared strongly consistent across regions, which the service refuses: ${listed(against)}.`, { blocking: true });
    const apart = featureAvailability('dynamodb-global-table-strong', table.region ?? '', target).state === 'unavailable' ? [`${table.region} and ${target} are in no common set of regions`] : [];
    const also = [...against, ...apart, ...((attributes.itemCount ?? 0) > 0 ? ['it holds items already'] : [])];
    return gap(`${name} may lose nothing by its recovery point objective, and is eventually consistent across regions${also.length === 0 ? '' : `; a strongly consistent table is ruled out as long as ${listed(also)}`}.`, { blocking: true });
  },
});

function obstacles({ attributes: { timeToLive, localIndexes } }: Pick<ResourceOf<'dynamodb-table'>, 'attributes'>): string[] {
  return [...(timeToLive === true ? ['its items expire by TTL'] : []), ...(localIndexes === true ? ['it has local secondary indexes'] : [])];
}
