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

/** Parses an ARN of any partition, whole or with wildcards and symbols in it; undefined if the text is none. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined;
  // By places of colons: every resource and reference of an estate is parsed, and a pattern makes a list of parts for each.
  const service = after(text, 4);
  const region = after(text, service);
  const account = after(text, region);
  const resource = after(text, account);
  if (!isWhole(text, { service, region, resource })) return undefined;
  return {
    partition: text.slice(4, service - 1), service: text.slice(service, region - 1), region: text.slice(region, account - 1),
    account: text.slice(account, resource - 1), resource: text.slice(resource),
  };
}

/** Whether a text is an ARN that means one resource wherever it stands: with an account, unless the service's ARNs have none. Takes nothing apart. */
export function isCompleteArn(text: string): boolean {
  if (!text.startsWith('arn:')) return false;
  const service = after(text, 4);
  const region = after(text, service);
  const account = after(text, region);
  const resource = after(text, account);
  return isWhole(text, { service, region, resource }) && (resource - account > 1 || text.startsWith('s3:', service));
}

/** By the places where its parts begin; 0 for those that it does not have. */
function isWhole(text: string, { service, region, resource }: { readonly service: number; readonly region: number; readonly resource: number }): boolean {
  return resource !== 0 && resource !== text.length && region - service > 1 && !hasBlank(text, 4, resource);
}

function hasBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code > 126) return /\s/.test(text.slice(from, to));
  }
  return false;
}

/** Place after the next colon; 0 where there is none, also none before. */
const after = (text: string, from: number): number => (from === 0 ? 0 : text.indexOf(':', from) + 1);

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
