/**
 * Where names do not tell which service of the Systems Manager tree is meant. null: the tree does not have the service, although a
 * code looks like it. Each line was checked against the regions in which CloudFormation registers the types and against the hosts.
 */
type Overrides = Readonly<Record<string, string | null>>;

/** CloudFormation namespace (the middle part of AWS::X::Y) → code. */
export const namespaceOverrides: Overrides = {
  AmazonMQ: 'mq',
  AppFabric: 'aws-appfabric',
  // The tree's application-autoscaling is AWS Auto Scaling (host autoscaling-plans); Application Auto Scaling is not in it.
  ApplicationAutoScaling: null,
  AutoScalingPlans: 'application-autoscaling',
  CE: 'costexplorer',
  CUR: 'cur',
  Cases: 'connectcases',
  Cassandra: 'mcs',
  CertificateManager: 'acm',
  CloudHSM: 'cloudhsmv2',
  Cognito: 'cognito-idp',
  Deadline: 'deadline-cloud',
  DevOpsAgent: 'aws-devops-agent',
  DirectoryService: 'ds',
  ElasticLoadBalancing: 'elb',
  ElasticLoadBalancingV2: 'elb',
  Elasticsearch: 'es',
  EventSchemas: 'schemas',
  GameLiftStreams: 'AmazonGameLiftStreams',
  GreengrassV2: 'greengrass',
  HealthAgent: 'connecthealth',
  HealthImaging: 'medical-imaging',
  HealthLake: 'ahl',
  InspectorV2: 'inspector2',
  IoTCoreDeviceAdvisor: 'iotdeviceadvisor',
  KinesisAnalyticsV2: 'kinesisanalytics',
  KinesisFirehose: 'firehose',
  LaunchWizard: 'launch-wizard',
  Lex: 'lexv2-models',
  Location: 'amazonlocationservice',
  MSK: 'kafka',
  OpenSearch: null,
  OpenSearchService: 'es',
  RefactorSpaces: 'migration-hub-refactor-spaces',
  ResilienceHubV2: null,
  Route53RecoveryControl: 'route53-recovery-control-config',
  // sms-voice is the Pinpoint API of 2018; the types belong to AWS End User Messaging.
  SMSVOICE: 'pinpoint-sms-voice-v2',
  SSO: 'identity-center',
  SystemsManagerSAP: 'ssm-sap',
  Timestream: 'timestream-write',
  // The tree's waf is AWS WAF (host wafv2); AWS::WAF is WAF Classic.
  WAF: null,
  WAFv2: 'waf',
  WellArchitected: 'wellarchitectedtool',
};

/** Types that belong to another service than their namespace, by how they begin. */
export const typeOverrides: Readonly<Record<string, string>> = {
  'AWS::Bedrock::DataAutomation': 'bedrock-data-automation',
  'AWS::Cognito::IdentityPool': 'cognito-identity',
  'AWS::EC2::TransitGateway': 'transitgateway',
  'AWS::EC2::VPNConnection': 'vpn',
  'AWS::EC2::VPNGateway': 'vpn',
  'AWS::EC2::VerifiedAccess': 'verified-access',
  'AWS::Timestream::InfluxDB': 'timestream-influxdb',
};

/** SDK client, as boto3 and the AWS CLI name it → code. */
export const clientOverrides: Overrides = {
  'account-access-runtime': 'account-access',
  'agent-registry-control': 'agent-registry',
  // The tree has 19 regions without an endpoint for it; it is part of API Gateway wherever WebSocket APIs are.
  apigatewaymanagementapi: 'apigatewayv2',
  'application-autoscaling': null,
  'autoscaling-plans': 'application-autoscaling',
  'bedrock-agentcore-control': 'bedrock-agentcore',
  'bedrock-data-automation-runtime': 'bedrock-data-automation',
  'cloudfront-keyvaluestore': 'cloudfront',
  cloudsearchdomain: 'cloudsearch',
  // Newer APIs behind an older service's host: the tree says nothing about them.
  connectscheduling: null,
  cur: 'cur',
  deadline: 'deadline-cloud',
  'devops-agent': 'aws-devops-agent',
  freetier: 'freetier',
  'lambda-core': null,
  'lambda-microvms': null,
  'lambda-web': null,
  'launch-wizard': 'launch-wizard',
  // Lex V1 is closed; the tree's lex-runtime is V2 (host runtime-v2-lex).
  'lex-runtime': null,
  'lexv2-runtime': 'lex-runtime',
  location: 'amazonlocationservice',
  neptunedata: 'neptune',
  'partnercentral-benefits': 'partnercentral-benefits',
  'partnercentral-revenue-measurement': 'partnercentral-revenue-measurement',
  'payment-cryptography-data': 'payment-cryptography',
  'personalize-events': 'personalize',
  'personalize-runtime': 'personalize',
  resiliencehubv2: null,
  // The tree lists s3control without endpoints and in fewer regions than S3.
  s3control: 's3',
  sesv2: 'ses',
  'signer-data': 'signer',
  simpledbv2: null,
  sso: 'identity-center',
  // WAF Classic; the tree's waf is AWS WAF.
  waf: null,
  'workspaces-thin-client': 'thinclient',
};
