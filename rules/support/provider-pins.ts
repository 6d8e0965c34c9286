import type { Occurrence } from '../../model/occurrence.ts';
import { pins, type Pin } from '../../model/pinned.ts';

/** What a provider is for, by what is placed with it. */
export interface ProviderUse {
  /** The pin that its uses share; undefined where one of them is bound to no region. */
  readonly pin: Pin | undefined;
}

/** Types of resources with the pin that holds for them in every estate; `when` looks at the label and at what tells its use. */
const kept: readonly (readonly [type: RegExp, id: string, when?: RegExp])[] = [
  [/^aws_acm_certificate(?:_validation)?$|^aws_cloudfront_/, 'acm-cloudfront'],
  [/^aws_wafv2_/, 'waf-cloudfront', /\bCLOUDFRONT\b/],
  [/^aws_waf_/, 'waf-classic-global'],
  [/^aws_lambda_function$/, 'lambda-edge', /\btrue\b|edge|viewer|origin_?re|cloud_?front|redirect|rewrite/i],
  [/^aws_cloudwatch_(?:composite_alarm|metric_alarm)$/, 'global-metrics', /\bAWS\/(?:CloudFront|Billing|Route53|WAFV2|DDoSProtection)\b|cloud_?front|billing|health_?check|estimated_?charges/i],
  [/^aws_route53_query_log$/, 'route53-query-logs'],
  [/^aws_cloudwatch_log_group$/, 'route53-query-logs', /(?:dns|route_?53)\w{0,12}quer|quer\w{0,8}log/i],
  [/^aws_kms_key$/, 'global-control-planes', /SIGN_VERIFY|ECC_NIST_P256|dns_?sec/i],
  [/^aws_(?:iam|organizations|route53|route53domains|shield|account)_/, 'global-control-planes'],
  [/^aws_(?:ce|budgets|cur|costoptimizationhub|bcmdataexports|savingsplans)_/, 'billing'],
  [/^aws_ecrpublic_/, 'ecr-public'],
  [/^aws_pricing_/, 'price-list'],
  [/^aws_(?:globalaccelerator|networkmanager|route53recovery\w+)_/, 'us-west-2-control-planes'],
  [/^aws_devicefarm_/, 'us-west-2-only'],
];
/** Names of modules that come from elsewhere. */
const keptModules: readonly (readonly [words: RegExp, id: string])[] = [
  [/\bacm\b|certificate|cloud_?front|\bcdn\b|static[-_]?(?:site|website)/i, 'acm-cloudfront'],
  [/edge/i, 'lambda-edge'],
  [/billing|budget|cost[-_]/i, 'billing'],
  [/dns_?sec|route_?53/i, 'global-control-planes'],
];
/** What only goes with something else: the topic of an alarm, the log of a web ACL, the key of that log. */
const company = /^(?:data\.)?aws_(?:sns_topic\w*|cloudwatch_log_\w+|cloudwatch_event_\w+|kms_(?:key|alias|key_policy)|kinesis_firehose_delivery_stream|lambda_(?:permission|alias|layer_version)|wafv2_\w+)\.|^data\.aws_(?:caller_identity|region|partition|iam_policy_document|availability_zones|default_tags|ssm_parameter)\./;
const companyByName = /^(?:data\.)?aws_s3_bucket\w*\.[\w-]*(?:waf|log|edge|arte?i?fact)/i;

/** How a use of a provider is told: data.aws_acm_certificate.cdn, module.acm terraform-aws-modules/acm/aws. */
const useOf = /^(?:data\.)?(\w+)\.(.*)$/s;

/** What a provider with an alias is for, by flow; undefined where no use of it is known. */
export function useOfProvider({ callee, siblings = [], regions }: Occurrence): ProviderUse | undefined {
  const uses = siblings.flatMap((text) => (text.startsWith('for=') ? [text.slice('for='.length)] : []));
  if (callee !== 'provider.aws' || uses.length === 0) return undefined;
  const found = uses.flatMap((use) => (company.test(use) && pinOf(use) === undefined) || companyByName.test(use) ? [] : [pinOf(use)]);
  const [first] = found;
  const all = found.every((pin) => pin !== undefined && regions.every((code) => pin.regions.includes(code)));
  return { pin: all ? first : undefined };
}

function pinOf(use: string): Pin | undefined {
  const [, type = '', rest = ''] = useOf.exec(use) ?? [];
  const id = type === 'module' ? keptModules.find(([words]) => words.test(rest))?.[1] : kept.find(([types, , when]) => types.test(type) && (when === undefined || when.test(rest)))?.[1];
  return id === undefined ? undefined : pins.find((pin) => pin.id === id);
}

/** The pin of a resource that is told its own region: a certificate with region = us-east-1. */
export function pinOfResource({ callee = '', name, enclosing = '', siblings = [] }: Occurrence): Pin | undefined {
  if (name !== 'region' || !/^aws_[a-z]/.test(callee)) return undefined;
  return pinOf([enclosing === '' ? `${callee}.` : enclosing, ...siblings.map((text) => text.slice(text.indexOf('=') + 1))].join(' '));
}
