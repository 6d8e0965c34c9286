import { yaml } from '../../../rules/support/yaml.ts';
import type { Closings } from '../../support/closing/case.ts';
import { byDeploying, byHand, byTemplate, byTerraform } from './words.ts';

/** A server that a scan of AWS found: its ARN is known, as its backups need it. */
const server = {
  strategy: 'pilot-light', home: yaml`
    Topic:
      Type: AWS::SNS::Topic
  `,
  described: [{ kind: 'ec2-instance', name: 'i-0123456789abcdef0', arn: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0123456789abcdef0', document: { InstanceId: 'i-0123456789abcdef0', InstanceType: 'm7g.large', BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeId: 'vol-0123456789abcdef0' } }, { DeviceName: '/dev/sdf', Ebs: { VolumeId: 'vol-0fedcba9876543210' } }], RootDeviceName: '/dev/xvda' } }],
} as const;

export const compute = {
  'compute-capacity-floor': [byTemplate(), byTemplate({ from: 1 }), byTemplate({ from: 2 })],
  'compute-capacity-unreserved': [byTemplate(), byTemplate({ from: 1 }), byTerraform({ from: 2 })],
  'compute-ec2-stateful': [byTemplate({ from: server }), byTerraform({ from: server })],
  'compute-ecs-regional': byHand('the log driver writes to the region of the stack', { home: "Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: nginx, LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: /shop, awslogs-region: { Ref: 'AWS::Region' } } } }] } }", target: "Task: { Properties: { ContainerDefinitions: [{ Name: web, Image: nginx, LogConfiguration: { LogDriver: awslogs, Options: { awslogs-group: /shop, awslogs-region: { Ref: 'AWS::Region' } } } }] } }" }),
  'compute-eks-parity': byHand('the cluster in the target is upgraded, one minor version after the other', { target: "Shop: { Properties: { Version: '1.34' } }" }),
  'compute-instance-type-unavailable': byHand('a class that both regions offer', { home: 'Server: { Properties: { InstanceType: m5.large } }' }),
  'compute-lambda-edge': byHand('the function at the edge may read the table of either region', {
    home: "Role: { Properties: { Policies: [{ PolicyName: use, PolicyDocument: { Statement: [{ Effect: Allow, Action: 'dynamodb:GetItem', Resource: ['arn:aws:dynamodb:us-east-1:111122223333:table/sessions', 'arn:aws:dynamodb:eu-west-1:111122223333:table/sessions'] }] } }] } }",
  }),
  'compute-lambda-regional': byHand('the layer is published in the target, and its ARN built from the region', { target: "Worker: { Properties: { Layers: [{ 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:111122223333:layer:tools:3' }] } }" }),
  'compute-launch-template-regional': [byTemplate({ given: { SecurityGroupIds: 'sg-0fedcba9876543210' } }), byTemplate({ from: 1 }), byTemplate({ from: 2, given: { UserData: 'aws s3 cp s3://x/y .' } })],
  'compute-ml-model-region': byHand('the target calls by a profile of its own geography', { target: "Chat: { Properties: { Environment: { Variables: { MODEL: 'arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.amazon.nova-pro-v1:0' } } } }" }),
  'compute-no-peer': [byDeploying(), byDeploying({ from: 1 })],
  'compute-singleton-double-run': byTemplate(),
  'compute-workflow-inflight': byHand('unfinished work is taken up from checkpoints, and the tag says so', { home: "Flow: { Properties: { Tags: [{ Key: 'mr:restart', Value: from the table of checkpoints }] } }" }),
} as const satisfies Closings;
