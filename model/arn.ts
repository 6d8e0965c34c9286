/** The parts of an ARN. Any of partition, region, account and resource may hold wildcards or symbols; empty parts are ''. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** '' for services whose ARNs carry no region (IAM, S3 buckets, Route 53 …). */
  readonly region: string;
  readonly account: string;
  /** Everything after the fifth colon: `table/orders`, `orders`, `function:checkout:live`. */
  readonly resource: string;
}

const arnPattern = /^arn:([^:\s]*):([^:\s]*):([^:\s]*):([^:\s]*):(.+)$/s;

/** Parses an ARN of any partition, whole or with wildcards and symbols in it; undefined if the text is none. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const match = arnPattern.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return service === '' ? undefined : { partition, service, region, account, resource };
}

export function formatArn({ partition, service, region, account, resource }: Arn): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** `table` of `table/orders`, `function` of `function:checkout:live`; undefined where the resource has no type part (S3 buckets, SQS queues, SNS topics). */
export function arnResourceType({ resource }: Arn): string | undefined {
  const at = resource.search(/[:/]/);
  return at > 0 ? resource.slice(0, at) : undefined;
}

/** The resource part without its type: `orders` of `table/orders`; the whole where there is no type. */
export function arnResourceName({ resource }: Arn): string {
  const at = resource.search(/[:/]/);
  return at > 0 ? resource.slice(at + 1) : resource;
}
