// regionready-ignore-file code-partition-literal -- these are the names that are looked for
/** Names below amazonaws: hosts of endpoints, principals of services, packages of SDKs. */
const name = /amazonaws[.\\]/;
const within = 160;

/** A package or shape of an SDK: com.amazonaws.services.s3. Names of VPC endpoint services hold a region, which is a token of its own, or a value that is filled in. */
const packageName = /^amazonaws\.(?!com(?!\w)|eu(?!\w)|vpce)[A-Za-z]/;
/** An XML namespace that names a service: "http://ec2.amazonaws.com/doc/2016-11-15". */
const namespace = /["'`]https?:\/\/(?:[a-z0-9-]{1,40}\.){1,6}$/;
const namespacePath = /^amazonaws\.com\/(?:(?:doc|docs|groups|xml|schemas?|ns)\/|\d{4}-\d\d-\d\d)/;
/** The principal of a service as a whole literal that nothing is put before: ServicePrincipal("ec2.amazonaws.com"). */
const principal = /(?:[\w$]\(|[[:{]|[^+]=|(,))\s{0,40}["'`](?:[a-z0-9-]{1,40}\.){1,6}$/;
const principalEnd = /^amazonaws\.com["'`]\s{0,80}[)\],;:}]/;
/** Services that have one host for all regions, so that a bare host can mean the endpoint. */
const regionless = /["'`.](?:s3|s3-external-1|s3-website|sts)\.$/;
/** Lists are put together to texts by these, so that an element may be the end of a host. */
const joining = /join|concat|implode|format|sprintf/i;

/** Whether a text names anything of AWS by which it could be region-bearing. */
export function holdsName(text: string): boolean {
  return text.includes('arn:aws') || name.test(text);
}

/** Whether one of the names is more than the name of a service: an ARN, an endpoint, a suffix that a host is made with. */
export function holdsBearingName(text: string): boolean {
  if (text.includes('arn:aws')) return true;
  let joins: boolean | undefined;
  for (let at = text.indexOf('amazonaws'); at !== -1; at = text.indexOf('amazonaws', at + 1)) {
    const before = text.slice(Math.max(0, at - within), at);
    const after = text.slice(at, at + within);
    if (!name.test(after.slice(0, 10)) || (before.endsWith('com.') && packageName.test(after)) || (namespacePath.test(after) && namespace.test(before))) continue;
    const found = principalEnd.test(after) && !regionless.test(before) ? principal.exec(before) : null;
    if (found === null || (found[1] !== undefined && (joins ??= joining.test(text)))) return true;
  }
  return false;
}
