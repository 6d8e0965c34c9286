import { detail, probe } from '../probe.ts';
import { opensearch } from '../services/opensearch.ts';

/** Most domains that one DescribeDomains takes. */
const batch = 5;

export const opensearchDomain = probe({
  kind: 'opensearch-domain',
  lists: [[opensearch, 'ListDomainNames'], [opensearch, 'DescribeDomains']],
  async *list(place) {
    const { DomainNames = [] } = await place.call(opensearch, 'ListDomainNames', {});
    const names = DomainNames.flatMap(({ DomainName }) => DomainName ?? []);
    for (let at = 0; at < names.length; at += batch) {
      const { DomainStatusList = [] } = await place.call(opensearch, 'DescribeDomains', { DomainNames: names.slice(at, at + batch) });
      for (const each of DomainStatusList) {
        if (each.DomainName === undefined) continue;
        const identities = [each.DomainId, each.Endpoint, each.EndpointV2, ...Object.values(each.Endpoints ?? {})].filter((identity) => identity !== undefined);
        yield { name: each.DomainName, arn: each.ARN, identities, document: each };
      }
    }
  },
  details: {
    InboundConnections: detail(opensearch, 'DescribeInboundConnections', {
      input: ({ name }) => ({ Filters: [{ Name: 'local-domain-info.domain-name', Values: [name] }] }),
      take: ({ Connections }) => Connections,
      answers: ['followers'],
    }),
    TagList: detail(opensearch, 'ListTags', { input: ({ arn }) => ({ ARN: arn }), take: ({ TagList }) => TagList, answers: ['tags'] }),
  },
  beyondConfig: ['followers', 'policy'],
});
