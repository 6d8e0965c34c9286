import { yaml } from '../../../rules/support/yaml.ts';
import type { Closings } from '../../support/closing/case.ts';
import { byDeploying, byHand, byTemplate, byTerraform } from './words.ts';

export const operations = {
  'operations-arc-legacy-readiness': byHand('a plan of Region switch takes the place of the checks', { home: "Ready: null\nEvacuate: { Type: 'AWS::ARCRegionSwitch::Plan', Properties: { Name: evacuate, Regions: [us-east-1, eu-west-1] } }" }, { then: 'evacuate' }),
  'operations-bootstrap-missing': byHand('the target is bootstrapped, which deploys the same template there', { deploy: true }),
  'operations-config-recorder-missing': byDeploying(),
  'operations-deploy-both-at-once': byHand('the target is deployed after home', { home: "Release: { Properties: { Stages: [{ Name: deploy, Actions: [{ Name: home, Region: us-east-1, RunOrder: 1, ActionTypeId: { Category: Deploy, Owner: AWS, Provider: CloudFormation, Version: '1' } }, { Name: target, Region: eu-west-1, RunOrder: 2, ActionTypeId: { Category: Deploy, Owner: AWS, Provider: CloudFormation, Version: '1' } }] }] } }" }),
  'operations-drift-between-regions': byHand('both run one version', { target: 'Checkout: { Properties: { Runtime: nodejs24.x } }' }),
  'operations-global-name-collision': byHand('the region is in the name', { home: "Media: { Properties: { BucketName: { 'Fn::Sub': 'shop-media-${AWS::Region}' } } }", target: "Media: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'shop-media-${AWS::Region}' } } }" }, { then: 'shop-media-us-east-1' }),
  'operations-iac-missing': byHand('the queue is imported into a template', { home: "ByHand: { Type: 'AWS::SQS::Queue', Properties: { QueueName: made-by-hand } }" }),
  'operations-logs-locked-in-r0': byHand('the archive is replicated', {
    home: "Archive: { Properties: { VersioningConfiguration: { Status: Enabled }, ReplicationConfiguration: { Role: 'arn:aws:iam::111122223333:role/copy', Rules: [{ Status: Enabled, Destination: { Bucket: 'arn:aws:s3:::audit-copy' } }] } } }",
    target: "Copy: { Type: 'AWS::S3::Bucket', Properties: { BucketName: audit-copy, VersioningConfiguration: { Status: Enabled } } }",
  }),
  'operations-no-gameday': byHand('a day of rehearsal is held, and the tag records it', { home: "Orders: { Properties: { Tags: [{ Key: mr:last-drill, Value: '2026-11-20' }] } }" }),
  'operations-no-outside-canary': [byTemplate(), byTemplate({ from: 1 }), byTerraform()],
  'operations-no-region-switch-plan': byHand('the recovery is written down as a plan of Region switch', { home: yaml`
    Plan:
      Type: AWS::ARCRegionSwitch::Plan
      Properties:
        Name: evacuate
        RecoveryApproach: activePassive
        Regions: [us-east-1, eu-west-1]
        Workflows: [{ Steps: [{ Name: scale, ExecutionBlockConfiguration: { EC2AsgCapacityIncreaseConfig: { Asgs: [{ Arn: 'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/web' }] } } }] }]
  ` }),
  'operations-observability-parity': [byTemplate(), byTerraform()],
  'operations-pipeline-no-rt': byHand('the pipeline deploys to the target too', { home: "Release: { Properties: { Stages: [{ Name: deploy, Actions: [{ Name: deploy, ActionTypeId: { Category: Deploy, Owner: AWS, Provider: CloudFormation, Version: 1 } }, { Name: target, RunOrder: 2, Region: eu-west-1, ActionTypeId: { Category: Deploy, Owner: AWS, Provider: CloudFormation, Version: 1 } }] }] } }" }),
  'operations-replication-lag-unwatched': [byTemplate(), byTerraform()],
  'operations-routing-control-weak': byHand('a safety rule keeps one region on, and the endpoints are kept in the target', {
    home: "OneOn: { Type: 'AWS::Route53RecoveryControl::SafetyRule', Properties: { Name: one-on, ControlPanelArn: 'arn:aws:route53-recovery-control::111122223333:controlpanel/1', AssertionRule: { AssertedControls: ['arn:aws:route53-recovery-control::111122223333:controlpanel/1/routingcontrol/1'], WaitPeriodMs: 5000 }, RuleConfig: { Inverted: false, Threshold: 1, Type: ATLEAST } } }",
    target: "Endpoints: { Type: 'AWS::SSM::Parameter', Properties: { Name: /recovery/routing-control-endpoints, Type: StringList, Value: a } }",
  }),
  'operations-runbook-in-r0': { by: 'cli', calls: ['ssm get-document', 'ssm create-document'], leaves: ([, create]) => ({ target: `FailOver: { Type: 'AWS::SSM::Document', Properties: { Name: ${create?.option('name')}, DocumentType: ${create?.option('document-type')} } }` }) },
  'operations-security-baseline-missing': [byTemplate(), byTerraform()],
  'operations-trail-not-multi-region': byTemplate(),
} as const satisfies Closings;
