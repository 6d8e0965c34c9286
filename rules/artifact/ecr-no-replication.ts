import { peers } from '../../graph/queries/peer.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { ecrReplication } from '../remedies/ecr-replication.ts';
import { rule } from '../rule.ts';
import { ecrRulesFor } from '../support/ecr-replication.ts';
import { otherRegions } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const repository = yaml`
  Shop:
    Type: AWS::ECR::Repository
    Properties: { RepositoryName: shop/web }
`;
const replication = (region: string, filters = ''): string => `${repository}\n${yaml`
  Replication:
    Type: AWS::ECR::ReplicationConfiguration
    Properties:
      ReplicationConfiguration:
        Rules: [{ Destinations: [{ Region: '${region}', RegistryId: '111122223333' }]${filters} }]
`}`;

export const artifactEcrNoReplication = rule({
  id: 'artifact-ecr-no-replication',
  title: 'Container images are in the home region’s registry only',
  on: 'ecr-repository',
  needs: [],
  severity: severities('H/C/C/C'),
  why: 'Nothing can start in the target region from images that only the home region’s registry has.',
  fix: 'Add a replication rule of the registry that takes the repository in (prefix filters, one hop, at most 25 rules), copy the images that exist already, and give the repository in the target region its own policies by a creation template. Or let the pipeline push to both registries.',
  remedy: ecrReplication,
  effect: 'No effect on RPO. Blocks the start of every container in the target until the images are pushed there anew, which takes the sources and a build while the home registry is away. With replication most images are there within 30 minutes of a push.',
  links: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html'],
  examples: {
    gap: [
      { home: repository },
      { name: 'replicated to another region', home: replication('eu-central-1') },
      { name: 'a filter leaves it out', home: replication('eu-west-1', ', RepositoryFilters: [{ Filter: batch/, FilterType: PREFIX_MATCH }]') },
    ],
    ready: [
      { home: replication('eu-west-1') },
      { name: 'a filter takes it in', home: replication('eu-west-1', ', RepositoryFilters: [{ Filter: shop/, FilterType: PREFIX_MATCH }]') },
    ],
    unknown: [
      { name: 'a repository in both regions: templates cannot say who pushes to it', home: repository, target: repository },
      { name: 'the region is told at deployment', home: replication('{{resolve:ssm:/second-region}}') },
    ],
    exempt: [{ name: 'the AWS CDK’s own repository', home: yaml`
      Assets:
        Type: AWS::ECR::Repository
        Properties: { RepositoryName: cdk-hnb659fds-container-assets-111122223333-us-east-1 }
    ` }],
  },

  check(repository, { intent: { target }, graph }) {
    const { name } = repository;
    const rules = ecrRulesFor(graph, repository);
    const regions = rules.flatMap((each) => each.regions ?? []);
    if (regions.includes(target)) return ready();
    if (rules.some((each) => each.regions === undefined) || regions.some(hasSymbol)) return unknown(`${name} is replicated to a region that nobody told us; it may or may not be ${target}.`, { ask: 'ecr:DescribeRegistry in the home region.' });
    if (peers(graph, repository, target).length > 0) return unknown(`${name} exists in ${target}; whether its images are pushed there nobody told us.`, { ask: 'ecr:DescribeImages in the target region.' });
    return gap(`${name} is replicated to ${otherRegions(regions)}, not to ${target}.`);
  },
});
