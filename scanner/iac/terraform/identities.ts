import { parseArn } from '../../../model/arn.ts';
import { identifiersIn } from '../../../model/identifier.ts';
import { asText, member } from './members.ts';
import type { TerraformResource } from './resource.ts';
import { withoutSymbols } from './values.ts';
import { ownArn } from './whereabouts.ts';

/** Attributes in which the provider tells the host or URL that AWS gave a resource. */
const endpoints = [
  'address', 'api_endpoint', 'bucket_domain_name', 'bucket_regional_domain_name', 'cloudfront_domain_name', 'cluster_address',
  'configuration_endpoint_address', 'dns_name', 'domain_name', 'endpoint', 'function_url', 'invoke_url', 'primary_endpoint_address', 'reader_endpoint',
  'reader_endpoint_address', 'regional_domain_name', 'repository_url', 'url', 'website_endpoint',
] as const;

/** Attributes in which the provider gives other ARNs of the resource itself: what API Gateway calls a function by. */
const otherArns = ['execution_arn', 'invoke_arn', 'qualified_arn', 'qualified_invoke_arn', 'response_streaming_invoke_arn'] as const;

/** vpc-0a1b2c3d4e5f60718 and the like mean one thing wherever they stand. */
const generatedId = /^[a-z]{1,20}(?:-[a-z]{1,20})?-[0-9a-f]{8,32}$/;

/** Other strings that mean the resource. The id of a resource without an ARN of its own is often that of the thing it belongs to, and left out. */
export function knownIdentities(resource: TerraformResource): string[] {
  const id = asText(member(resource.values, 'id'));
  const isOwn = id !== undefined && id !== '' && id.length <= 1024 && (ownArn(resource) !== undefined || generatedId.test(id));
  const hosts = endpoints.flatMap((name) => hostIn(asText(member(resource.values, name))));
  const arns = otherArns.map((name) => asText(member(resource.values, name))).filter((arn) => arn !== undefined && arn.length <= 1024 && parseArn(arn) !== undefined);
  return [...(isOwn ? [id] : []), ...hosts, ...arns].filter((text) => text !== undefined).map(withoutSymbols);
}

/** The host, if the text is one of AWS's and nothing but a scheme or port stands around it; a repository's URL has its path too. */
function hostIn(text: string | undefined): string[] {
  if (text === undefined || text.length > 1024 || text.startsWith('arn:')) return [];
  const bare = text.replace(/^https?:\/\//, '').replace(/(?::\d{1,5})?\/?$/, '');
  if (identifiersIn(bare).includes(bare)) return [bare];
  return /^[^/]+\.dkr\.ecr\.[^/]+\/.+$/.test(bare) ? [bare] : [];
}
