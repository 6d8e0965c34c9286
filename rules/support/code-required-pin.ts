import { parseArn } from '../../model/arn.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import { pins, type Pin } from '../../model/pinned.ts';
import { partitionOf } from '../../model/region.ts';
import { serviceOfClient } from '../../model/service.ts';
import { isClient } from './code-words.ts';

const pinOf = (id: string): Pin | undefined => pins.find((pin) => pin.id === id);
/** Services that answer in their regions only: the SDK sends the call to the region that it is given, where nothing answers. */
const offeredThereOnly = ['price-list', 'ecr-public', 'us-west-2-only'].flatMap((id) => pinOf(id) ?? []);

/**
 * The pin that applies to an occurrence for certain, because the service or fixed values beside it prove it. Whether the regions of the
 * occurrence keep to it is for the rule to say.
 */
export function requiredPin(occurrence: Occurrence): Pin | undefined {
  const { form, regions, role, siblings = [], service, construct, name = '' } = occurrence;
  if (regions.length === 0 || construct !== undefined || role === 'comparison' || role === 'case') return undefined;
  if (regions.some((code) => partitionOf(code)?.id !== 'aws')) return undefined;
  if (form === 'arn') return pinOfArn(occurrence);
  if (form !== 'region' && form !== 'region-enum') return undefined;
  const shown = /region/i.test(name) ? shownBy(siblings) : undefined;
  if (shown !== undefined) return pinOf(shown);
  const code = service === undefined ? undefined : serviceOfClient(service);
  return typeof code === 'string' && isClient(occurrence) ? offeredThereOnly.find(({ services }) => services.includes(code)) : undefined;
}

/** The pin whose condition a fixed value fulfils. */
function shownBy(siblings: readonly string[]): string | undefined {
  if (siblings.some((text) => /^scope=cloudfront$/i.test(text))) return 'waf-cloudfront';
  return siblings.some((text) => /^(?:[\w-]{1,40}=)?aws\/(?:cloudfront|billing|route53)$/i.test(text)) ? 'global-metrics' : undefined;
}

/** A certificate that a distribution is given, or a web ACL of scope CLOUDFRONT. */
function pinOfArn({ text, name = '', enclosing = '', callee = '', service }: Occurrence): Pin | undefined {
  const arn = parseArn(text);
  if (arn?.service === 'wafv2' && arn.resource.startsWith('global/')) return pinOf('waf-cloudfront');
  if (arn?.service !== 'acm') return undefined;
  const given = /certificate(?:_?arn)?$/i.test(name);
  return given && (service === 'cloudfront' || /cloud_?front|distribution/i.test(`${name} ${callee} ${enclosing}`)) ? pinOf('acm-cloudfront') : undefined;
}
