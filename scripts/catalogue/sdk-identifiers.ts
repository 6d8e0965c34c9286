/*
 * Members of SDK requests that name a resource, by boto3 client. Curated: API models say that TableName is a string, not whose name it is.
 * `{}` behind a name means the keys of a map. A pattern in `only` limits a name that means something else in other operations.
 */
export interface IdentifierParameter {
  readonly type: string;
  readonly only?: RegExp;
}

type Parameters = Readonly<Record<string, string | IdentifierParameter>>;

const table = 'AWS::DynamoDB::Table';
const secret = 'AWS::SecretsManager::Secret';
const key = 'AWS::KMS::Key';

export const identifierParameters: Readonly<Record<string, Parameters>> = {
  appconfigdata: { ApplicationIdentifier: 'AWS::AppConfig::Application' },
  athena: { WorkGroup: 'AWS::Athena::WorkGroup' },
  autoscaling: { AutoScalingGroupName: 'AWS::AutoScaling::AutoScalingGroup' },
  batch: { jobQueue: 'AWS::Batch::JobQueue', jobDefinition: 'AWS::Batch::JobDefinition' },
  'bedrock-agent-runtime': { agentId: 'AWS::Bedrock::Agent', knowledgeBaseId: 'AWS::Bedrock::KnowledgeBase' },
  cloudfront: { DistributionId: 'AWS::CloudFront::Distribution' },
  codebuild: { projectName: 'AWS::CodeBuild::Project' },
  codepipeline: { pipelineName: 'AWS::CodePipeline::Pipeline', name: { type: 'AWS::CodePipeline::Pipeline', only: /Pipeline/ } },
  'cognito-identity': { IdentityPoolId: 'AWS::Cognito::IdentityPool' },
  'cognito-idp': { UserPoolId: 'AWS::Cognito::UserPool', ClientId: 'AWS::Cognito::UserPoolClient' },
  dynamodb: { TableName: table, SourceTableName: table, TargetTableName: table, 'RequestItems{}': table },
  dynamodbstreams: { StreamArn: table },
  ecr: { repositoryName: 'AWS::ECR::Repository' },
  ecs: { cluster: 'AWS::ECS::Cluster', taskDefinition: 'AWS::ECS::TaskDefinition', service: 'AWS::ECS::Service' },
  events: { EventBusName: 'AWS::Events::EventBus', Rule: 'AWS::Events::Rule', Name: { type: 'AWS::Events::Rule', only: /Rule$/ } },
  firehose: { DeliveryStreamName: 'AWS::KinesisFirehose::DeliveryStream' },
  glue: { JobName: 'AWS::Glue::Job', DatabaseName: 'AWS::Glue::Database' },
  kendra: { IndexId: 'AWS::Kendra::Index' },
  kinesis: { StreamName: 'AWS::Kinesis::Stream', StreamARN: 'AWS::Kinesis::Stream' },
  kms: { KeyId: key, SourceKeyId: key, DestinationKeyId: key },
  lambda: { FunctionName: 'AWS::Lambda::Function' },
  logs: { logGroupName: 'AWS::Logs::LogGroup' },
  opensearch: { DomainName: 'AWS::OpenSearchService::Domain' },
  rds: { DBInstanceIdentifier: 'AWS::RDS::DBInstance', DBClusterIdentifier: 'AWS::RDS::DBCluster' },
  'rds-data': { resourceArn: 'AWS::RDS::DBCluster', secretArn: secret },
  'redshift-data': { ClusterIdentifier: 'AWS::Redshift::Cluster', WorkgroupName: 'AWS::RedshiftServerless::Workgroup', SecretArn: secret },
  rekognition: { CollectionId: 'AWS::Rekognition::Collection' },
  s3: { Bucket: 'AWS::S3::Bucket', CopySource: 'AWS::S3::Bucket' },
  'sagemaker-runtime': { EndpointName: 'AWS::SageMaker::Endpoint' },
  scheduler: { GroupName: 'AWS::Scheduler::ScheduleGroup' },
  secretsmanager: { SecretId: secret, 'SecretIdList[]': secret },
  sns: { TopicArn: 'AWS::SNS::Topic', TargetArn: { type: 'AWS::SNS::Topic', only: /^Publish/ } },
  sqs: { QueueUrl: 'AWS::SQS::Queue', QueueName: { type: 'AWS::SQS::Queue', only: /^GetQueueUrl$/ } },
  ssm: { Name: { type: 'AWS::SSM::Parameter', only: /Parameter/ }, 'Names[]': { type: 'AWS::SSM::Parameter', only: /Parameter/ } },
  stepfunctions: { stateMachineArn: 'AWS::StepFunctions::StateMachine', activityArn: 'AWS::StepFunctions::Activity' },
  sts: { RoleArn: 'AWS::IAM::Role' },
  'timestream-write': { DatabaseName: 'AWS::Timestream::Database' },
};
