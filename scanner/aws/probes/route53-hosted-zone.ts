import { detail, probe } from '../probe.ts';
import { domainName } from '../probing/domain-name.ts';
import { route53 } from '../services/route53.ts';

export const route53HostedZone = probe({
  kind: 'route53-hosted-zone',
  lists: [[route53, 'ListHostedZones']],
  global: true,
  async *list(place) {
    for await (const { HostedZones = [] } of place.pages(route53, 'ListHostedZones', { MaxItems: 100 })) {
      for (const each of HostedZones) {
        const id = each.Id?.replace(/^\/hostedzone\//, '') ?? '';
        if (each.Name !== undefined) yield { name: domainName(each.Name), arn: `arn:${place.partition}:route53:::hostedzone/${id}`, identities: [id], document: each };
      }
    }
  },
  details: {
    VPCs: detail(route53, 'GetHostedZone', {
      input: ({ identities = [] }) => ({ Id: identities[0] }),
      take: ({ VPCs }) => VPCs,
      when: ({ document }) => (document as { Config?: { PrivateZone?: boolean } }).Config?.PrivateZone === true,
      answers: ['vpcs'],
    }),
    QueryLoggingConfigs: detail(route53, 'ListQueryLoggingConfigs', { input: ({ identities = [] }) => ({ HostedZoneId: identities[0] }), take: ({ QueryLoggingConfigs }) => QueryLoggingConfigs, answers: ['queryLogGroup'] }),
    Tags: detail(route53, 'ListTagsForResource', {
      input: ({ identities = [] }) => ({ ResourceType: 'hostedzone' as const, ResourceId: identities[0] }),
      take: ({ ResourceTagSet }) => ResourceTagSet?.Tags ?? [],
      answers: ['tags'],
    }),
  },
  beyondConfig: ['acceleratedRecovery'],
});
