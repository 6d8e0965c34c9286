import { peers } from '../../graph/queries/peer.ts';
import { rule } from '../rule.ts';
import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const domain = (rest = ''): string => yaml`
  Search:
    Type: AWS::OpenSearchService::Domain
    Properties: { DomainName: search${rest} }
`;

export const dataOpensearchNoCcr = rule({
  id: 'data-opensearch-no-ccr',
  title: 'OpenSearch indexes cannot be served from the target region',
  on: 'opensearch-domain',
  needs: [],
  severity: severities('M/H/C/C'),
  why: 'Without a domain that holds the indexes there, search is down in the target region until everything is indexed again.',
  fix: 'Create a domain in the target region and let it follow the indexes by cross-cluster replication (set up from the follower; needs fine-grained access control, node-to-node encryption and no T2, T3 or M3 nodes; CloudFormation cannot create the connection), or feed both domains from the source. Say so with the tag mr:counterpart, or mr:data-class=derived where indexing again is fast enough.',
  effect: 'Where the domain is the only store, RPO is everything since the last snapshot outside the region; where it is derived, RPO is none. RTO is creating a domain and indexing anew, hours to days for large indexes. A follower lags by seconds and serves after its replication is stopped.',
  links: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/replication.html'],
  examples: {
    gap: [{ home: domain() }],
    ready: [
      { name: 'a counterpart that is declared to hold the same', home: domain(', Tags: [{ Key: mr:counterpart, Value: "arn:aws:es:eu-west-1:111122223333:domain/search-2" }]'), target: yaml`
        Search2:
          Type: AWS::OpenSearchService::Domain
          Properties: { DomainName: search-2 }
      ` },
    ],
    unknown: [{ name: 'a domain in both regions: templates cannot say what it holds', home: domain(), target: domain() }],
    exempt: [{ home: domain(', Tags: [{ Key: mr:data-class, Value: derived }]') }],
  },

  check(domain, { intent: { target }, graph }) {
    const { name, attributes } = domain;
    const followed = (attributes.followers ?? []).some(({ region, status }) => region === target && (status === undefined || status === 'ACTIVE'));
    if (followed || regionsOf(replicasOf(graph, domain)).includes(target)) return ready();
    const [peer] = peers(graph, domain, target);
    if (peer === undefined) return gap(`${name} has no counterpart in ${target}: nothing that was given declares one.`);
    if (peer.basis === 'declared') return ready(`${name} is declared to have the counterpart ${peer.resource.name} in ${target}.`);
    return unknown(`${peer.resource.name} exists in ${target}; whether the indexes of ${name} are in it nobody told us.`, {
      ask: 'es:DescribeOutboundConnections in the target region, or the tag mr:counterpart where both are fed from the source.',
    });
  },
});
