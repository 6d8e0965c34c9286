/** A gap that is made in moto, closed there by the calls of its remedy, and looked at again. Words in $CAPITALS are what earlier calls answered. */
export interface Closable {
  readonly rule: string;
  /** Title of the gap. */
  readonly gap: string;
  /** Calls that make the estate, at home or, after `eu-west-1:`, in the target; what each answers may be kept: `VPC = Vpc.VpcId`. */
  readonly made: readonly (string | readonly [call: string, kept: string])[];
  /** What a person puts in the place of placeholders. */
  readonly filled?: Readonly<Record<string, string>>;
  /** What calls of the remedy answer that later ones need in the place of a placeholder: `KEY_ID = KeyMetadata.KeyId`. */
  readonly kept?: readonly string[];
  /** File that a person makes of what a call prints, and of the notes beside the calls. */
  readonly file?: { readonly name: string; of(printed: string, notes: string): string };
  /** What a person does besides, as the remedy's limits say. */
  readonly besides?: readonly string[];
}

const account = '111122223333';
const trust = (principal: string): string => `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":${principal},"Action":"sts:AssumeRole"}]}`;
const group = (max: number, desired: number): string => `autoscaling create-auto-scaling-group --auto-scaling-group-name web --launch-template LaunchTemplateName=web,Version=1 --min-size 0 --max-size ${max} --desired-capacity ${desired}`;
const template = (image: string): string => `ec2 create-launch-template --launch-template-name web --launch-template-data '{"ImageId":"${image}","InstanceType":"m7g.large"}'`;
const aurora = '--engine aurora-postgresql --master-username shop --master-user-password change-me-1';

export const closables: readonly Closable[] = [
  { rule: 'artifact-ami-missing', gap: 'images', made: [["ec2 register-image --name web --root-device-name /dev/xvda", 'IMAGE = ImageId'], "ec2 create-launch-template --launch-template-name images --launch-template-data '{\"ImageId\":\"$IMAGE\"}'", "eu-west-1: ec2 create-launch-template --launch-template-name images --launch-template-data '{\"ImageId\":\"$IMAGE\"}'"], kept: ['IMAGE_ID = ImageId'], besides: ["eu-west-1: ec2 create-launch-template-version --launch-template-name images --launch-template-data '{\"ImageId\":\"$IMAGE_ID\"}'", 'eu-west-1: ec2 modify-launch-template --launch-template-name images --default-version 2'] },
  { rule: 'artifact-ecr-no-replication', gap: 'shop/web', made: ['ecr create-repository --repository-name shop/web'] },
  { rule: 'compute-capacity-floor', gap: 'web', made: [template('ami-12c6146b'), group(20, 10).concat(' --availability-zones us-east-1a'), `eu-west-1: ${template('ami-12c6146b')}`, `eu-west-1: ${group(20, 1)} --availability-zones eu-west-1a`] },
  { rule: 'compute-singleton-double-run', gap: 'nightly', made: ["events put-rule --name nightly --schedule-expression 'rate(1 day)'", "eu-west-1: events put-rule --name nightly --schedule-expression 'rate(1 day)'"] },
  { rule: 'config-kms-target-key-missing', gap: '$SHOPKEY', made: [['kms create-key', 'SHOPKEY = KeyMetadata.KeyId'], 'kms create-alias --alias-name alias/shop --target-key-id $SHOPKEY', 'dynamodb create-table --table-name carts --billing-mode PAY_PER_REQUEST --key-schema AttributeName=id,KeyType=HASH --attribute-definitions AttributeName=id,AttributeType=S --sse-specification Enabled=true,SSEType=KMS,KMSMasterKeyId=$SHOPKEY'], kept: ['KEY_ID = KeyMetadata.KeyId'] },
  { rule: 'config-secret-no-replica', gap: 'payments/stripe', made: ['secretsmanager create-secret --name payments/stripe --secret-string change-me'] },
  { rule: 'config-ssm-param-missing', gap: '/shop/limit', made: ['ssm put-parameter --name /shop/limit --type String --value 42'], filled: { VALUE: '42' } },
  { rule: 'data-aurora-no-global', gap: 'ledger', made: [`rds create-db-cluster --db-cluster-identifier ledger ${aurora}`] },
  { rule: 'data-kinesis-regional', gap: 'clicks', made: ['cloudformation deploy --template-file clicks.yaml --stack-name clicks'] },
  { rule: 'data-rds-no-xregion', gap: 'orders', made: ['rds create-db-instance --db-instance-identifier orders --engine postgres --db-instance-class db.m7g.large --allocated-storage 20 --master-username shop --master-user-password change-me-1 --backup-retention-period 7'] },
  { rule: 'data-redshift-no-copy', gap: 'warehouse', made: ['redshift create-cluster --cluster-identifier warehouse --node-type ra3.large --master-username shop --master-user-password Change-me-1'] },
  { rule: 'data-s3-no-crr', gap: 'media', made: ['s3api create-bucket --bucket media'] },
  { rule: 'data-s3-versioning-off', gap: 'notes', made: ['s3api create-bucket --bucket notes'] },
  { rule: 'identity-saml-regional-endpoint', gap: 'admins', made: [`iam create-role --role-name admins --assume-role-policy-document '${trust(`{"Federated":"arn:aws:iam::${account}:saml-provider/corporate"}`).replace('sts:AssumeRole"', 'sts:AssumeRoleWithSAML","Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}')}'`] },
  { rule: 'identity-scp-region-deny', gap: 'regions', made: ['organizations create-organization', "organizations create-policy --name regions --description regions --type SERVICE_CONTROL_POLICY --content '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"NotAction\":[\"iam:*\"],\"Resource\":\"*\",\"Condition\":{\"StringNotEquals\":{\"aws:RequestedRegion\":[\"us-east-1\"]}}}]}'"], file: { name: 'guardrail.json', of: (printed, notes) => printed.replace(/\["us-east-1"\]/, /\[.*\]/.exec(notes)?.[0] ?? '') } },
  { rule: 'messaging-no-peer', gap: 'work', made: ['sqs create-queue --queue-name work'] },
  { rule: 'messaging-no-peer', gap: 'changed', made: ['sns create-topic --name changed'] },
  { rule: 'network-dns-private-missing', gap: 'internal.example.com', made: [['ec2 create-vpc --cidr-block 10.0.0.0/16', 'VPC = Vpc.VpcId'], ['eu-west-1: ec2 create-vpc --cidr-block 10.1.0.0/16', 'VPC_ID = Vpc.VpcId'], 'route53 create-hosted-zone --name internal.example.com --caller-reference 1 --hosted-zone-config PrivateZone=true --vpc VPCRegion=us-east-1,VPCId=$VPC'] },
  { rule: 'network-peering-dns-off', gap: '$PEERING', made: [['ec2 create-vpc-peering-connection --vpc-id $VPC --peer-vpc-id $VPC_ID --peer-region eu-west-1', 'PEERING = VpcPeeringConnection.VpcPeeringConnectionId'], 'eu-west-1: ec2 accept-vpc-peering-connection --vpc-peering-connection-id $PEERING'] },
  { rule: 'network-prefix-list-regional', gap: 'partners', made: ["ec2 create-managed-prefix-list --prefix-list-name partners --address-family IPv4 --max-entries 5 --entries '[{\"Cidr\":\"203.0.113.0/24\"}]'"] },
  { rule: 'operations-no-outside-canary', gap: 'view from outside us-east-1', made: [['ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.0.0/24 --availability-zone us-east-1a', 'SUBNET = Subnet.SubnetId'], ['ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1b', 'SECOND = Subnet.SubnetId'], 'elbv2 create-load-balancer --name entry --subnets $SUBNET $SECOND --scheme internet-facing'] },
  { rule: 'operations-observability-parity', gap: 'errors', made: ['cloudwatch put-metric-alarm --alarm-name errors --namespace Shop --metric-name Errors --statistic Sum --period 60 --evaluation-periods 3 --threshold 1 --comparison-operator GreaterThanThreshold'] },
  { rule: 'operations-replication-lag-unwatched', gap: 'bills', made: ['rds create-db-instance --db-instance-identifier bills --engine postgres --db-instance-class db.m7g.large --allocated-storage 20 --master-username shop --master-user-password change-me-1 --backup-retention-period 7', `eu-west-1: rds create-db-instance-read-replica --db-instance-identifier bills-copy --source-db-instance-identifier arn:aws:rds:us-east-1:${account}:db:bills`] },
  { rule: 'operations-trail-not-multi-region', gap: 'audit', made: ['s3api create-bucket --bucket trails', 'cloudtrail create-trail --name audit --s3-bucket-name trails', 'cloudtrail start-logging --name audit'] },
];

/** Template of the stream; the estate is read from it and from the account. */
export const clicks = 'Resources:\n  Clicks:\n    Type: AWS::Kinesis::Stream\n    Properties: { Name: clicks, ShardCount: 1 }\n';
