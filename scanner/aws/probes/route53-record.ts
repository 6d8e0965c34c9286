import type { ListResourceRecordSetsRequest, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { probe, type Place } from '../probe.ts';
import { domainName } from '../probing/domain-name.ts';
import { route53 } from '../services/route53.ts';

export const route53Record = probe({
  kind: 'route53-record',
  lists: [[route53, 'ListHostedZones'], [route53, 'ListResourceRecordSets']],
  within: ['route53-hosted-zone'],
  global: true,
  async *list(place) {
    for await (const { HostedZones = [] } of place.pages(route53, 'ListHostedZones', { MaxItems: 100 })) {
      for (const { Id = '' } of HostedZones) {
        const zone = Id.replace(/^\/hostedzone\//, '');
        for await (const each of records(place, zone)) {
          const { Name = '', Type = '', SetIdentifier = '' } = each;
          yield { name: domainName(Name), key: `${zone}/${domainName(Name)}/${Type}/${SetIdentifier}`, document: { ...each, HostedZoneId: zone } };
        }
      }
    }
  },
});

/** Pages are told apart by three members instead of one token. */
async function* records(place: Place, zone: string): AsyncIterable<ResourceRecordSet> {
  for (let from: ListResourceRecordSetsRequest | undefined = { HostedZoneId: zone, MaxItems: 300 }; from !== undefined; ) {
    const page: Awaited<ReturnType<typeof ask>> = await ask(place, from);
    yield* page.ResourceRecordSets ?? [];
    from = page.IsTruncated === true ? { ...from, StartRecordName: page.NextRecordName, StartRecordType: page.NextRecordType, StartRecordIdentifier: page.NextRecordIdentifier } : undefined;
  }
}

const ask = (place: Place, input: ListResourceRecordSetsRequest) => place.call(route53, 'ListResourceRecordSets', input);
