import { partitions } from '../../model/region.ts';
import { regionsIn } from '../../model/region-token.ts';

/** Host and path that a text of form endpoint or global-endpoint names. */
export interface HostParts {
  /** Lower case, without scheme, port and path. */
  readonly host: string;
  readonly path: string;
  /** DNS suffix of a partition that it ends with. */
  readonly suffix: string | undefined;
  /** Labels in front of region and suffix that can name a service, nearest to the region first: s3 of bucket.s3.us-east-1.amazonaws.com. */
  readonly labels: readonly string[];
}

const suffixes = [...new Set([...partitions.values()].flatMap(({ dnsSuffix, dualStackDnsSuffix }) => [dnsSuffix, dualStackDnsSuffix]))].sort((a, b) => b.length - a.length);

/** Values that are filled in; they may hold what ends a host elsewhere: ${AWS::Region}. */
const filledIn = /\{\{[^{}]{0,200}\}\}|[$#]?\{[^{}]{0,200}\}/g;

/** `within` tells the path where the text is cut at the host. */
export function hostParts(text: string, within = text): HostParts {
  const at = within.indexOf(text);
  const whole = (at === -1 ? text : within.slice(at)).replace(filledIn, '*');
  const [, host = '', path = ''] = /^(?:[a-z][a-z0-9+]*:\/\/)?([^/:?#\s]*)(?::\d+)?([^?#\s"'`]*)/i.exec(whole) ?? [];
  const name = host.toLowerCase().replace(/\.$/, '');
  const suffix = suffixes.find((each) => name === each || name.endsWith(`.${each}`));
  const labels = (suffix === undefined ? name : name.slice(0, -suffix.length)).split('.').filter((label) => label !== '');
  return { host: name, path, suffix, labels: labels.reverse() };
}

/** Buckets and hosts of AWS and of publishers that anybody downloads from, wherever they run. */
const publicBuckets = /^(?:(?:amazon|aws)-[\w-]*(?:releases|downloads|agent|helper|cli|installer|connector|driver)[\w-]*|awstoe-[\w-]+|mountpoint-s3-release|aws-cloudwatch|aws-[\w-]*toolkit[\w-]*|aws-cli|awscli|amazon-(?:eks|ssm(?:-packages)?-[\w-]+|ecs-agent[\w-]*)|aws-codedeploy-[\w-]+|amazoncloudwatch-agent(?:-[\w-]+)?|ec2-downloads(?:-[\w-]+)?|rds-downloads|session-manager-downloads|cloudformation-(?:examples|templates-[\w-]+)|elasticbeanstalk-samples-[\w-]+|aws-sam-cli[\w-]*|aws-xray-assets\.[\w-]+|solutions-reference|solutions-[\w-]+-reference|awsiammedia|aws-quickstart|aws-refarch|aws-service-catalog-reference-architectures|streaming-data-agent|commoncrawl|nyc-tlc|sentinel-s2-l[\w-]*|noaa-[\w-]+|landsat-pds|redshift-(?:maven-repository|downloads)|athena-downloads|aws-bigdata-blog|truststore\.pki\.rds|amazon-rds-certificates|aws-serverless-repo[\w-]*|serverless-repo[\w-]*|aws-neuron[\w-]*|sagemaker-sample-[\w-]+|ecs-cli(?:-v2-release)?|alexa-static|chime-[\w-]+|inspector-agent[\w-]*|aws-waf-security-automations[\w-]*|dynamodb-local[\w-]*|spotinst-public|overturemaps-[\w-]+|github-cloud|flink-nightly|awspolicygen|thinkboxsoftware[\w-]*|confluent[\w.-]*|mongodb[\w-]*-downloads|databricks-[\w-]+|cloudhsmv2-software|spot-price|kinesis-agent-[\w-]+)$/i;

/** Whether a URL leads to a public download of AWS or of a known publisher. */
export function isPublicDownload({ host, path, labels }: HostParts): boolean {
  const s3 = labels.some((label) => /^s3(?:[.-]|$)/.test(label));
  if (host.startsWith('truststore.pki.rds.')) return regionsIn(path).length === 0;
  if (!s3) return false;
  const inHost = labels.filter((label) => !/^(?:s3|dualstack|s3-[\w-]+|[a-z]{2}(?:-[a-z]+)+-\d)$/.test(label)).reverse().join('.');
  const bucket = inHost === '' ? (path.split('/')[1] ?? '') : inHost;
  return publicBuckets.test(bucket.replaceAll('*', 'x'));
}
