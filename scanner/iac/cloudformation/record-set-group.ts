import { isMap, type PropertyMap } from '../../../model/properties.ts';

/** Properties of each record in an AWS::Route53::RecordSetGroup, as if it were declared alone: the group says the zone once for all. */
export function recordsOf({ RecordSets: records, HostedZoneId, HostedZoneName }: PropertyMap): PropertyMap[] {
  const zone = Object.fromEntries(Object.entries({ HostedZoneId, HostedZoneName }).filter(([, value]) => value !== undefined)) as PropertyMap;
  return Array.isArray(records) ? records.filter(isMap).map((record) => ({ ...zone, ...record })) : [];
}
