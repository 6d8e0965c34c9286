/** What sort of thing a resource is, as far as its type tells; drawn as a small sign. */
const sorts: readonly (readonly [RegExp, Sign])[] = [
  [/::(?:Lambda|StepFunctions|States)::/, 'function'],
  [/::(?:RDS|DynamoDB|DocDB|Neptune|Redshift|ElastiCache|MemoryDB|OpenSearchService|Timestream|Cassandra|DAX)/, 'database'],
  [/::(?:S3|EFS|FSx|Backup|ECR|S3Tables)::/, 'store'],
  [/::(?:SQS|SNS|Events|Kinesis|KinesisFirehose|MSK|AmazonMQ|Pipes|Scheduler|SES)::/, 'message'],
  [/::EC2::(?:VPC|Subnet|Route|SecurityGroup|InternetGateway|NatGateway|NetworkAcl|EIP|TransitGateway|VPN)/, 'network'],
  [/::(?:Route53|CloudFront|ElasticLoadBalancing|ElasticLoadBalancingV2|ApiGateway|ApiGatewayV2|AppSync|GlobalAccelerator|WAFv2|VpcLattice)::?/, 'gate'],
  [/::(?:KMS|SecretsManager|IAM|Cognito|CertificateManager|SSO|PrivateCA)/, 'key'],
  [/::(?:EC2|ECS|EKS|AutoScaling|Batch|AppRunner|ElasticBeanstalk)::/, 'compute'],
  [/::(?:CloudWatch|Logs|CloudTrail|Config|Synthetics|XRay|SSM)::/, 'watch'],
];
export type Sign = 'function' | 'database' | 'store' | 'message' | 'network' | 'gate' | 'key' | 'compute' | 'watch' | 'service' | 'rest' | 'other';

/** Lines of each sign within 16 × 16. */
export const signs: Readonly<Record<Sign, string>> = {
  function: 'M3 14 7.5 5 12 14M4.5 2H6l6 12h2',
  database: 'M2.5 4c0-3 11-3 11 0s-11 3-11 0v8c0 3 11 3 11 0V4M2.5 8c0 3 11 3 11 0',
  store: 'M2 3h12l-1.5 11h-9zM2 3c2 2 10 2 12 0',
  message: 'M1.5 3.5h13v9h-13zM1.5 4l6.5 5 6.5-5',
  network: 'M8 1.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4M3 10.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4M13 10.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4M7 5.500 4 10.500M9 5.500l3 5M5 12.500h6',
  gate: 'M1.500 8h9M7.500 4.500 11 8l-3.500 3.500M14 2v12',
  key: 'M5 5.500a3 3 0 1 1 0 6 3 3 0 0 1 0-6M8 8.500h6.500V11M11.500 8.500V11',
  compute: 'M4 4h8v8H4zM6 1.500V4M10 1.500V4M6 12v2.500M10 12v2.500M1.500 6H4M1.500 10H4M12 6h2.500M12 10h2.500',
  watch: 'M1.500 9h3L6.500 3.500l3 9L11.500 7l1 2h2',
  service: 'M8 1.500 14 5v6.500L8 14.500 2 11.500V5zM2 5l6 3 6-3M8 8v6.500',
  rest: 'M2 5.500h8.500V14H2zM4.500 5.500V3.500H13V11h-2.500',
  other: 'M3 3h10v10H3z',
};

export const signOf = (what: 'service' | 'resource' | 'rest', type = ''): Sign => (what === 'resource' ? (sorts.find(([pattern]) => pattern.test(type))?.[1] ?? 'other') : what);

const made = new Map<string, string>();

/** The sign as an image of its own, for the canvas. */
export function iconOf(sign: Sign, color: string): string {
  const key = `${sign} ${color}`;
  const known = made.get(key) ?? `data:image/svg+xml;utf8,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36" viewBox="0 0 16 16" fill="none" stroke="${color}" stroke-width="1.2" stroke-linejoin="round" stroke-linecap="round"><path d="${signs[sign]}"/></svg>`)}`;
  made.set(key, known);
  return known;
}
