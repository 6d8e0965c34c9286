import type { Resource } from '../../model/resource.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { judgeTies, ties, type Tie } from '../support/ties.ts';
import { yaml } from '../support/yaml.ts';

const task = (logRegion: string, rest = ''): string => yaml`
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: shop
      ContainerDefinitions:
        - { Name: web, Image: nginx, LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: /shop, awslogs-region: ${logRegion} } } }
      ${rest}
`;
const service = (groupRegion: string): string => yaml`
  Service:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: shop
      LoadBalancers: [{ ContainerName: web, ContainerPort: 80, TargetGroupArn: 'arn:aws:elasticloadbalancing:${groupRegion}:111122223333:targetgroup/shop/0123456789abcdef' }]
`;
const fileSystem = (id: string): string => `Volumes: [{ Name: data, EFSVolumeConfiguration: { FilesystemId: ${id} } }]`;

export const computeEcsRegional = rule({
  id: 'compute-ecs-regional',
  title: 'ECS service or task definition names things that only the home region has',
  on: ['ecs-task-definition', 'ecs-service'],
  needs: [],
  severity: severities('L/H/H/H'),
  why: 'Tasks in the target region do not start, or send their logs and requests to the region that is to be left.',
  fix: 'Take file systems, target groups, Cloud Map services, secrets and the region of the log driver from the stack (AWS::Region) in place of literals, and create the log group in each region.',
  effect: 'No effect on RPO. Tasks do not start in the target, or start and wait for the home region: RTO grows by correcting the task definition and a deployment.',
  links: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html'],
  examples: {
    gap: [
      { name: 'logs go home', home: task('us-east-1'), target: task('us-east-1') },
      { name: 'one file system in both regions', home: task('us-east-1', fileSystem('fs-0123456789abcdef0')), target: task('eu-west-1', fileSystem('fs-0123456789abcdef0')) },
      { name: 'a target group of the home region', home: service('us-east-1'), target: service('us-east-1') },
    ],
    ready: [
      { home: task('us-east-1'), target: task('eu-west-1') },
      { name: 'the region of the stack', home: task('!Ref AWS::Region') },
    ],
    unknown: [{ name: 'no template says what the target names', home: task('us-east-1', fileSystem('fs-0123456789abcdef0')) }],
  },

  /** Images are artifact-image-cross-region-pull's business. */
  check: (resource, context) => judgeTies(resource, tiesOf, context),
});

function tiesOf(resource: Resource): Tie[] {
  if (resource.kind === 'ecs-task-definition') {
    const { containers = [], fileSystems } = resource.attributes;
    return [
      ...ties('file system', fileSystems, 'AWS::EFS::FileSystem'),
      ...containers.flatMap(({ secrets, environmentFiles, logGroup, logRegion }) => [
        ...ties('secret', secrets),
        ...ties('environment file', environmentFiles),
        ...ties('log group', logGroup, 'AWS::Logs::LogGroup'),
        ...ties('region', logRegion),
      ]),
    ];
  }
  if (resource.kind !== 'ecs-service') return [];
  const { targetGroups, registries, namespace, subnets, securityGroups } = resource.attributes;
  return [
    ...ties('target group', targetGroups),
    ...ties('Cloud Map service', registries),
    ...ties('namespace', namespace, 'AWS::ServiceDiscovery::PrivateDnsNamespace'),
    ...ties('subnet', subnets),
    ...ties('security group', securityGroups),
  ];
}
