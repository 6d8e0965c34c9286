import type { Occurrence } from '../../model/occurrence.ts';
import { parseArn } from '../../model/arn.ts';
import { pins, type Pin } from '../../model/pinned.ts';
import { partitionOf } from '../../model/region.ts';
import { serviceOfClient } from '../../model/service.ts';
import { hostParts, isPublicDownload } from './code-hosts.ts';
import { isMarker } from './code-marker.ts';
import { isQuirk } from './code-quirks.ts';
import { isClient } from './code-words.ts';
import { pinOfResource, useOfProvider } from './provider-pins.ts';

/** Pins by id. */
const byId = new Map(pins.map((pin) => [pin.id, pin]));

/** Texts around an occurrence that show a pin whose condition no single value tells. In the order in which they are tried. */
const hints: readonly (readonly [id: string, words: RegExp])[] = [
  ['waf-cloudfront', /waf.{0,12}(?:cloud_?front|global|cf\b)|(?:cloud_?front|global).{0,12}(?:waf|acl)/i],
  ['lambda-edge', /lambda_?(?:@|at)?_?edge|edge_?(?:lambda|function)|(?:viewer|origin)_?(?:request|response)/i],
  ['acm-cloudfront', /cloud_?front|\bcdn|_cdn|cdn_|Cdn|distribution|edge_?(?:cert|domain|optimi[sz]ed|region|stack)|dns_?validated_?certificate|(?:cert|certificate)s?_?(?:region|stack)|edge_certificate/i],
  ['global-metrics', /billing|estimated_?charges|health_?check.{0,10}(?:alarm|metric)|cloud_?front.{0,10}(?:alarm|metric)/i],
  ['route53-query-logs', /(?:dns|route_?53)\w{0,12}quer|quer\w{0,8}log/i],
  ['billing', /cost_?explorer|billing|savings_?plan|\bbudgets?\b|cost_?and_?usage|cur_?report|report_?definition/i],
  ['price-list', /pricing|price_?list/i],
  ['global-control-planes', /organi[sz]ations?_?(?:client|region|api)|for_?organi[sz]ation\b|aws_organi[sz]ations|route_?53_?(?:client|region|stack|provider|api|dns|zone|health|domains)|\biam_?client|shield_?(?:advanced|region)|global_?(?:services?_?|aws_?)?region|region_?global|dns_?sec(?![a-z])|(?:^|\s)aws\.(?:organizations|iam|route53|cloudfront|shield)(?=\s)|\borgs?_(?:client|api|region|endpoint)/i],
  ['ecr-public', /ecr_?public|public_?ecr/i],
  ['health', /(?:aws|personal)_?health|health_?(?:api|events?)_?region/i],
  ['support', /trusted_?advisor|support_?(?:api|region|client)/i],
  ['storefronts', /marketplace|mechanical_?turk|mturk/i],
  ['us-west-2-control-planes', /global_?accelerator|network_?manager|cloud_?wan|routing_?control|recovery_?(?:control|readiness)|\barc_?region/i],
  ['us-west-2-only', /device_?farm/i],
  ['mrap-control', /multi_?region_?access_?point|\bmrap/i],
];

/** Pins that hold for every call of the service. */
const unconditional = pins.filter(({ condition, services }) => condition === undefined && services.length > 0);
/** Services that have one endpoint for a partition: SDKs ignore the region that they are given. */
const oneEndpoint = new Set([...(byId.get('global-control-planes')?.services ?? []), 'ce', 'costexplorer', 'budgets', 'savingsplans', 'chime']);

const quickStartBucket = /^QSS3BucketRegion$/;
const requestedRegion = /^aws:requestedregion$/i;

/** Why the region, ARN or host is right wherever the workload runs; undefined where nothing says so. */
export function pinReason(occurrence: Occurrence): string | undefined {
  const { form, regions } = occurrence;
  // What a policy allows is not where the policy is kept.
  if (requestedRegion.test(occurrence.name ?? '')) return undefined;
  if (isMarker(occurrence)) return 'It is the region in which the program looks at what exists once for the whole account.';
  if (isQuirk(occurrence)) return 'It is how an AWS API tells or takes us-east-1, the same in every estate.';
  if (/(?:^|\/)aws\/lambda\/us-east-1\./.test(`${occurrence.within ?? ''} ${occurrence.text}`)) return 'Log groups of Lambda@Edge functions are named after us-east-1 in every region.';
  if (quickStartBucket.test(occurrence.name ?? '')) return 'It is the region of the bucket that AWS publishes its Quick Starts in.';
  if (/--no-sign-request\b/.test(`${occurrence.within ?? ''} ${occurrence.snippet}`)) return 'It is a public download, the same from every region.';
  const role = roleInTemplate(occurrence);
  if (role !== undefined) return role;
  if (form === 'arn' && parseArn(occurrence.text)?.service === 'serverlessrepo') return 'Applications of the Serverless Application Repository are taken from the region of their publisher.';
  if (form === 'arn' && publishedTopic.test(occurrence.text)) return 'It is a topic that AWS publishes to from this region, for subscribers everywhere.';
  if (form === 'arn') return ofPin(pinOfArn(occurrence), regions);
  if (form === 'endpoint' || form === 'global-endpoint') return reasonOfHost(occurrence);
  if (form !== 'region' && form !== 'region-enum') return undefined;
  if (/^_?sso_?(?:start_?)?region$|identity_?center_?region|aggregator_?region/i.test(occurrence.name ?? '')) return 'It is the home region that was chosen for the whole organization.';
  if (isGlobalRegionOfPartition(occurrence)) return 'It is the region that the global services of its partition are run from.';
  const use = useOfProvider(occurrence);
  if (use !== undefined) return ofPin(use.pin, regions);
  if (isGlobalFolder(occurrence)) return 'The folder holds what is global; its region only says where the API is called.';
  const code = codeOf(occurrence.service);
  if (code !== undefined && occurrence.within === undefined && regions.every((region) => partitionOf(region)?.id !== 'aws') && unconditional.some((pin) => pin.services.includes(code))) return 'The service is run from regions of its own in each partition.';
  if (code !== undefined && oneEndpoint.has(code) && isClient(occurrence)) return 'The service is global: it has one endpoint, whatever region its client is given.';
  return ofPin(pinOfUse(occurrence, code), regions);
}

/** Address ranges, prices, rules of WAF, images of Amazon Linux, Windows, ECS and Beanstalk. */
const publishedTopic = /^arn:aws:sns:us-(?:east-1:(?:806199016981:AmazonIpSpaceChanged|278350005181:price-list-api|248400274283:aws-managed-waf-rule-notifications|137112412989:amazon-linux-[\w-]+|801119661308:ec2-windows-ami-update)|west-2:177427601217:ecs-optimized-[\w-]+)/;

/** Properties that name a region because the resource spans regions: the same value is right wherever its template is deployed. */
const spanning: readonly (readonly [type: string, name: RegExp, why: string])[] = [
  ['AWS::ARCRegionSwitch::Plan', /./, 'A plan of Region switch names the regions and resources that it switches between.'],
  ['AWS::Route53::HealthCheck', /^Region$/, 'It is where the alarm is that the health check, which is global, asks.'],
  ['AWS::DSQL::Cluster', /^WitnessRegion$/, 'It is the witness region, the same for every cluster of the peering.'],
  ['AWS::DynamoDB::GlobalTable', /^Region$/, 'It is the region of a replica or witness of a table that spans regions.'],
];
const spanningBlocks: readonly (readonly [block: RegExp, name: RegExp, why: string])[] = [
  [/aws_route53_health_check/, /^cloudwatch_alarm_region$/, 'It is where the alarm is that the health check, which is global, asks.'],
  [/aws_dynamodb_table/, /^(?:region_name|for_each)$/, 'It is the region of a replica of a table that spans regions.'],
  [/aws_dsql_cluster/, /^witness_region$/, 'It is the witness region, the same for every cluster of the peering.'],
  [/aws_arcregionswitch_plan/, /./, 'A plan of Region switch names the regions and resources that it switches between.'],
];
/** Why a template may name a region: the property is about one region among several, not about the one that it is deployed to. */
function roleInTemplate({ form, name = '', callee = '', enclosing = '' }: Occurrence): string | undefined {
  if (form !== 'region' && form !== 'arn') return undefined;
  const property = spanning.find(([type, names]) => callee === type && names.test(name)) ?? spanningBlocks.find(([block, names]) => block.test(`${callee} ${enclosing}`) && names.test(name));
  return property?.[2];
}

function ofPin(pin: Pin | undefined, regions: readonly string[]): string | undefined {
  return pin === undefined ? undefined : `Pinned to ${regions.join(', ')} by AWS: ${pin.what}.`;
}

const covers = ({ regions }: Pin, named: readonly string[]): boolean => named.length > 0 && named.every((code) => regions.includes(code));

function codeOf(service: string | undefined): string | undefined {
  return service === undefined ? undefined : (serviceOfClient(service) ?? undefined);
}

/** The pin of a region code, by the client that gets it or by the names around it. */
function pinOfUse(occurrence: Occurrence, code: string | undefined): Pin | undefined {
  const { regions } = occurrence;
  const served = code === undefined || !isClient(occurrence) ? undefined : unconditional.find((pin) => pin.services.includes(code) && covers(pin, regions));
  const own = pinOfResource(occurrence);
  if (own !== undefined && covers(own, regions)) return own;
  const iam = code === undefined && /(?:^|[^a-z])iam_?(?:role|user|group|polic|server_?cert|saml|ssh_?key)/i.test(`${occurrence.name ?? ''} ${occurrence.enclosing ?? ''}`) ? byId.get('global-control-planes') : undefined;
  return served ?? hintedPin(wordsOf(occurrence), regions) ?? (iam !== undefined && covers(iam, regions) ? iam : undefined);
}

function hintedPin(words: string, regions: readonly string[]): Pin | undefined {
  const id = hints.find(([hint, pattern]) => pattern.test(words) && covers(byId.get(hint) as Pin, regions))?.[0];
  return id === undefined ? undefined : byId.get(id);
}

/** Names around it, what a comparison decides, and what the line says in a comment. Where no client gets the region, those of file and folder too: the provider of a module for a distribution. */
function wordsOf({ name = '', callee = '', enclosing = '', sink, siblings = [], service, file, decides = '', snippet }: Occurrence): string {
  const remark = (/(?:\/\/|#|\/\*|--)\s(.*)$/.exec(snippet)?.[1] ?? '').replace(/[\s-]+/g, '_');
  const line = service !== undefined ? '' : /\bCLOUDFRONT\b/.test(snippet) ? `${remark} waf_cloudfront` : remark;
  const asked = [...snippet.matchAll(/([\w.]{1,80})\)?\s{0,3}\?(?!\?)/g)].map(([, condition]) => condition).join(' ');
  const place = service === undefined && /region|alias/i.test(name) ? file.split('/').slice(-2).join(' ') : '';
  return `${name} ${callee} ${enclosing} ${sink?.name ?? ''} ${siblings.filter((text) => /^(?:alias|near)=/.test(text)).join(' ')} ${place} ${decides} ${asked} ${line}`;
}

function pinOfArn(occurrence: Occurrence): Pin | undefined {
  const { text, regions, name = '', enclosing = '', callee = '', siblings = [] } = occurrence;
  const arn = parseArn(text);
  if (arn === undefined) return undefined;
  const code = codeOf(arn.service);
  const served = code === undefined ? undefined : unconditional.find((pin) => pin.services.includes(code) && covers(pin, regions));
  if (served) return served;
  const words = `${name} ${enclosing} ${callee} ${siblings.join(' ')}`;
  const conditional: Readonly<Record<string, string | undefined>> = {
    acm: occurrence.pattern !== undefined || /cloud_?front|\bcdn|_cdn|cdn_|Cdn|distribution|viewer_?certificate|edge|website|static_?site|cognito|user_?pool/i.test(`${words} ${occurrence.file}`) || (/redirect/i.test(words) && !/listener|load_?balancer|\b[an]?lb\b/i.test(words)) ? 'acm-cloudfront' : undefined,
    logs: /(?:dns|route_?53)\w{0,12}quer|quer\w{0,8}log/i.test(words) ? 'route53-query-logs' : undefined,
    sns: /cloud_?front/i.test(`${words} ${text} ${occurrence.file}`) ? 'global-metrics' : undefined,
    lambda: /cloud_?front|edge|viewer|origin_?re/i.test(words) ? 'lambda-edge' : undefined,
    wafv2: arn.resource.startsWith('global/') ? 'waf-cloudfront' : undefined,
  };
  const pin = byId.get((Object.hasOwn(conditional, arn.service) ? conditional[arn.service] : undefined) ?? '');
  return pin !== undefined && covers(pin, regions) ? pin : undefined;
}

/** CloudFront takes the bucket for its logs in this form only. */
const isLogBucketOfCloudFront = ({ name = '', callee = '', service }: Occurrence): boolean => /^bucket$|log_?bucket/i.test(name) && (service === 'cloudfront' || /cloud_?front/i.test(callee));

const isPolicyOfContent = /content_?security|^csp|_csp|(?:default|connect|img|script|style|font|frame|media)_?-?src/i;

/** Name of the file without its folders. */
const baseOf = ({ file }: Occurrence): string => file.slice(file.lastIndexOf('/') + 1);

function reasonOfHost(occurrence: Occurrence): string | undefined {
  const { text, within, form, regions, name = '' } = occurrence;
  const parts = hostParts(text, within);
  if (isPublicDownload(parts)) return 'It is a public download of AWS or of a publisher, the same from every region.';
  const codes = parts.labels.map((label) => codeOf(label)).filter((code) => code !== undefined);
  if (form === 'global-endpoint' && text !== 'legacy') {
    if (isLogBucketOfCloudFront(occurrence)) return 'CloudFront takes the bucket for its logs in this form, in every estate.';
    if (codes.length === 0) return 'It is a public host of AWS, the same from every region.';
    if (isPolicyOfContent.test(name) || isPolicyOfContent.test(baseOf(occurrence))) return 'It is an entry of a content security policy for a host of somebody else.';
    return codes.some((code) => oneEndpoint.has(code)) ? 'The service is global: this is its endpoint for every region.' : undefined;
  }
  if (codes.every((code) => code === 's3') && !text.startsWith('*.') && (isPolicyOfContent.test(name) || isPolicyOfContent.test(baseOf(occurrence)))) return 'It is an entry of a content security policy for a host of somebody else.';
  if (regions.length > 0 && regions.every((code) => partitionOf(code)?.id !== 'aws') && codes.some((code) => unconditional.some((pin) => pin.services.includes(code)))) return 'The service is run from regions of its own in each partition.';
  const hinted = codes.includes('logs') ? hintedPin(wordsOf(occurrence), regions) : undefined;
  if (hinted !== undefined) return ofPin(hinted, regions);
  return ofPin(unconditional.find((pin) => codes.some((code) => pin.services.includes(code)) && covers(pin, regions)), regions);
}

/** What a program takes for the region of global services, one for each partition. */
function isGlobalRegionOfPartition({ regions, name = '', enclosing = '', callee = '', siblings = [], snippet }: Occurrence): boolean {
  const named = /global_?(?:services?_?|aws_?)?region|region_?global|control_?plane_?region/i.test(`${name} ${enclosing} ${callee}`) || siblings.includes('alias=global') || /['"]global['"]|global_?(?:resource|service)s?\b/i.test(snippet);
  return named
    && regions.every((code) => partitionOf(code)?.implicitGlobalRegion === code || partitionOf(code)?.id !== 'aws');
}

/** Values in a folder of global resources: prod/global/region.hcl. */
function isGlobalFolder({ file, regions, language }: Occurrence): boolean {
  return /(?:^|\/)_?global\//.test(file) && regions.every((code) => code === 'us-east-1') && /^(?:terraform|yaml|json|toml|env|properties|hcl)$/.test(language) && /\.(?:tfvars|hcl|ya?ml|json|toml|env|properties)$/.test(file);
}
