import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesImages, usesRoles } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { document, filled, setOf, told } from '../reading.ts';

const container = z.object({
  name: z.string().optional().describe('Name of the container'),
  image: z.string().optional().describe('Image URI, with symbols'),
  secrets: z.array(z.string()).optional().describe('Secrets and parameters that are injected: ARNs, parameter names or symbols'),
  environmentNames: z.array(z.string()).optional().describe('Names of environment variables; values are not kept'),
  environmentFiles: z.array(z.string()).optional().describe('S3 objects with environment variables: ARNs'),
  logGroup: z.string().optional().describe('Log group of the awslogs driver'),
  logRegion: z.string().optional().describe('Region of the awslogs driver'),
});

export const ecsTaskDefinition = kind({
  id: 'ecs-task-definition',
  title: 'ECS task definition',
  traits: ['config'],
  names: { cloudformation: 'AWS::ECS::TaskDefinition', terraform: ['aws_ecs_task_definition'] },
  arn: 'arn:{partition}:ecs:{region}:{account}:task-definition/{id}',
  name: { cloudformation: 'Family', terraform: 'family' },
  attributes: z.object({
    containers: z.array(container).describe('Containers, reduced to what ties them to a region'),
    images: z.array(z.string()).describe('Images of all containers'),
    taskRole: z.string().describe('Role of the application'),
    executionRole: z.string().describe('Role that pulls images and injects secrets'),
    fileSystems: z.array(z.string()).describe('EFS file systems that it mounts: ids or symbols'),
    compatibilities: z.array(z.string()).describe('Launch types that it is made for: FARGATE, EC2, EXTERNAL'),
    architecture: z.string().describe('CPU architecture: X86_64 or ARM64'),
  }),
  read: {
    cloudformation: (from) => ({
      containers: from.items('ContainerDefinitions[]')?.map(templateContainer),
      images: setOf(from.texts('ContainerDefinitions[].Image', [])),
      taskRole: filled(from.text('TaskRoleArn')),
      executionRole: filled(from.text('ExecutionRoleArn')),
      fileSystems: setOf(from.texts('Volumes[].EFSVolumeConfiguration.FilesystemId', [])),
      compatibilities: setOf(from.texts('RequiresCompatibilities[]', [])),
      architecture: from.text('RuntimePlatform.CpuArchitecture', 'X86_64'),
    }),
    terraform: (from) => {
      const definitions = document(from, 'container_definitions');
      return {
        containers: definitions?.items('items[]')?.map(jsonContainer),
        images: setOf(definitions?.texts('items[].image', [])),
        taskRole: filled(from.text('task_role_arn')),
        executionRole: filled(from.text('execution_role_arn')),
        fileSystems: setOf(from.texts('volume[].efs_volume_configuration.file_system_id', [])),
        compatibilities: setOf(from.texts('requires_compatibilities[]', [])),
        architecture: filled(from.text('runtime_platform.cpu_architecture', 'X86_64')),
      };
    },
    describe: (from) => ({
      containers: from.items('containerDefinitions[]')?.map(jsonContainer),
      images: setOf(from.texts('containerDefinitions[].image', [])),
      taskRole: filled(from.text('taskRoleArn')),
      executionRole: filled(from.text('executionRoleArn')),
      fileSystems: setOf(from.texts('volumes[].efsVolumeConfiguration.fileSystemId', [])),
      compatibilities: setOf(from.texts('requiresCompatibilities[]', [])),
      architecture: from.text('runtimePlatform.cpuArchitecture', 'X86_64'),
    }),
  },
  references: ({ containers = [], taskRole, executionRole, fileSystems }) => [
    ...usesImages(containers.map(({ image }) => image)),
    ...usesRoles(taskRole, executionRole),
    ...edges('writes', fileSystems, 'AWS::EFS::FileSystem'),
    ...containers.flatMap(({ secrets = [], environmentFiles, logGroup }) => [
      ...edges('uses-secret', secrets.filter((from) => from.includes(':secretsmanager:')), 'AWS::SecretsManager::Secret'),
      ...edges('reads', secrets.filter((from) => from.includes(':ssm:') || /^[\w./-]+$/.test(from)), 'AWS::SSM::Parameter'),
      ...edges('reads', environmentFiles, 'AWS::S3::Bucket'),
      ...edges('writes', logGroup, 'AWS::Logs::LogGroup'),
    ]),
  ],
});

function templateContainer(from: Properties): z.infer<typeof container> {
  return told({
    name: from.text('Name'),
    image: from.text('Image'),
    secrets: setOf(from.texts('Secrets[].ValueFrom', [])),
    environmentNames: setOf(from.texts('Environment[].Name', [])),
    environmentFiles: setOf(from.texts('EnvironmentFiles[].Value', [])),
    logGroup: from.text('LogConfiguration.Options.awslogs-group'),
    logRegion: from.text('LogConfiguration.Options.awslogs-region'),
  });
}

function jsonContainer(from: Properties): z.infer<typeof container> {
  return told({
    name: from.text('name'),
    image: from.text('image'),
    secrets: setOf(from.texts('secrets[].valueFrom', [])),
    environmentNames: setOf(from.texts('environment[].name', [])),
    environmentFiles: setOf(from.texts('environmentFiles[].value', [])),
    logGroup: from.text('logConfiguration.options.awslogs-group'),
    logRegion: from.text('logConfiguration.options.awslogs-region'),
  });
}
