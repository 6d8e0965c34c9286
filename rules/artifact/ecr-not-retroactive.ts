import { peers } from '../../graph/queries/peer.ts';
import type { EstateView, ResourceOf } from '../../graph/view.ts';
import { rule } from '../rule.ts';
import { ecrRulesFor } from '../support/ecr-replication.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const repository = (rest = ''): string => yaml`
  Shop:
    Type: AWS::ECR::Repository
    Properties: { RepositoryName: shop${rest} }
`;
const replicated = (rest = ''): string => `${repository(rest)}\n${yaml`
  Replication:
    Type: AWS::ECR::ReplicationConfiguration
    Properties: { ReplicationConfiguration: { Rules: [{ Destinations: [{ Region: eu-west-1, RegistryId: '111122223333' }] }] } }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{ Name: shop, Image: !Sub '\${Shop.RepositoryUri}:v7' }]
`}`;
const held = (...tags: readonly string[]) => [{ kind: 'ecr-repository', name: 'shop', region: 'eu-west-1', document: { repositoryName: 'shop', Images: tags.map((imageTag) => ({ imageTag, imageDigest: `sha256:${imageTag}` })) } }] as const;

export const artifactEcrNotRetroactive = rule({
  id: 'artifact-ecr-not-retroactive',
  title: 'Images in use are missing in the target region’s registry, or its repository differs',
  on: 'ecr-repository',
  needs: [],
  severity: severities('M/H/C/C'),
  why: 'Replication takes only what is pushed after it was set up, and none of the repository’s settings: the image that runs today may not be there, and images there may be overwritten or never expire.',
  fix: 'Run a replication backfill for the images that were pushed before (or push them again), and let a repository creation template for replication give the copies lifecycle policy, tag immutability, permissions and encryption.',
  effect: 'No effect on RPO. RTO grows by building and pushing the missing images in the target, or the target starts an older version than home ran.',
  links: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication-backfill.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html',
  ],
  examples: {
    gap: [
      { name: 'the image of the task is not there', home: replicated(), described: held('v8', 'v9') },
      { name: 'tags may be overwritten in the target', home: replicated(', ImageTagMutability: IMMUTABLE'), target: repository() },
    ],
    ready: [{ name: 'the image of the task is there', home: replicated(), described: held('v7', 'v8') }],
    unknown: [{ name: 'no template can say which images are there', home: replicated() }],
  },

  /** A repository that is not replicated to the target is artifact-ecr-no-replication's business. */
  check(repository, { intent: { target }, graph }) {
    const { name } = repository;
    if (!ecrRulesFor(graph, repository).some(({ regions = [] }) => regions.includes(target))) return undefined;
    const peer = peers(graph, repository, target)[0]?.resource;
    const copy = peer?.kind === 'ecr-repository' ? peer : undefined;
    const lacking = copy === undefined ? [] : lacks(repository, copy);
    if (lacking.length > 0) return gap(`The copy of ${name} in ${target} lacks ${listed(lacking)}.`);
    const images = copy?.attributes.images;
    const used = imagesInUse(graph, repository);
    if (images === undefined) return unknown(`Whether ${target} has the images of ${name} that were pushed before it was replicated nobody told us.`, { ask: 'ecr:ListImages in the target region.' });
    const missing = used.filter((image) => !images.includes(image));
    if (missing.length > 0) return gap(`${listed(missing)} of ${name} ${missing.length === 1 ? 'is' : 'are'} in use, and not in the registry of ${target}.`);
    return used.length > 0 ? ready() : unknown(`Which images of ${name} are in use nobody told us.`, { ask: 'The task definitions and functions that run them.' });
  },
});

type Repository = ResourceOf<'ecr-repository'>;

function lacks({ attributes: here }: Repository, { attributes: there }: Repository): string[] {
  return [
    ...(here.immutableTags === true && there.immutableTags === false ? ['immutable tags'] : []),
    ...(here.lifecyclePolicy === true && there.lifecyclePolicy === false ? ['a lifecycle policy'] : []),
    ...(here.scanOnPush === true && there.scanOnPush === false ? ['scans of pushed images'] : []),
  ];
}

/** Tags and digests by which what runs at home names images of the repository. */
function imagesInUse(graph: EstateView, repository: Repository): string[] {
  const users = graph.in(repository.id, 'uses-image').flatMap(({ from }) => graph.resource(from) ?? []);
  const images = users.flatMap((user) => (user.kind === 'ecs-task-definition' ? (user.attributes.images ?? []) : user.kind === 'lambda-function' ? [user.attributes.image ?? ''] : []));
  const named = images.flatMap((image) => /(?:@(sha256:[0-9a-f]+)|:([\w.-]{1,128}))$/.exec(image)?.slice(1) ?? []);
  return [...new Set(named.filter((each) => each !== undefined && each !== ''))];
}
