import { parseArn } from '../../model/arn.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import { pins, type Pin } from '../../model/pinned.ts';
import { partitionOf } from '../../model/region.ts';
import { codeOf, isClient, pinShownBy } from './code-pins.ts';

const pinOf = (id: string): Pin | undefined => pins.find((pin) => pin.id === id);
/** Pins of services that answer in their regions only; the SDK sends the call to the region that it is given, where nothing answers. */
const offeredThereOnly = ['price-list', 'ecr-public', 'us-west-2-only'].flatMap((id) => pinOf(id) ?? []);
const forCloudFront = /viewer_?certificate|acm_?certificate_?arn.*cloud_?front|cloud_?front.*cert|distribution.*cert/i;

/**
 * The pin that a region breaks: AWS serves this from certain regions only, and the text names another. Undefined unless values that are
 * written out prove it.
 */
export function missingPin(occurrence: Occurrence): Pin | undefined {
  const { form, regions, role, siblings = [], service } = occurrence;
  if (regions.length === 0 || regions.some((code) => partitionOf(code)?.id !== 'aws') || role === 'comparison' || role === 'case') return undefined;
  const breaks = (pin: Pin | undefined): Pin | undefined => (pin !== undefined && !regions.some((code) => pin.regions.includes(code)) ? pin : undefined);
  if (form === 'arn') return breaks(ofArn(occurrence));
  if (form !== 'region' && form !== 'region-enum') return undefined;
  if (occurrence.construct !== undefined) return undefined;
  const shown = pinShownBy(siblings);
  if (shown !== undefined && /region/i.test(occurrence.name ?? '')) return breaks(pinOf(shown));
  const code = codeOf(service);
  return code !== undefined && isClient(occurrence) ? breaks(offeredThereOnly.find(({ services }) => services.includes(code))) : undefined;
}

/** A certificate that a distribution is given, or a web ACL of scope CLOUDFRONT. */
function ofArn({ text, name = '', enclosing = '', callee = '', service }: Occurrence): Pin | undefined {
  const arn = parseArn(text);
  if (arn?.service === 'wafv2' && arn.resource.startsWith('global/')) return pinOf('waf-cloudfront');
  if (arn?.service !== 'acm') return undefined;
  const given = /acm_?certificate|viewer_?certificate|certificate(?:_?arn)?$/i.test(name);
  return given && (service === 'cloudfront' || /cloud_?front|distribution/i.test(`${callee} ${enclosing}`) || forCloudFront.test(name)) ? pinOf('acm-cloudfront') : undefined;
}
