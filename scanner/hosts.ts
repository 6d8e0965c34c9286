import { identifiersIn } from '../model/identifier.ts';
import { isMap, properties, type PropertyMap, type PropertyValue } from '../model/properties.ts';
import { hasSymbol } from '../model/symbol.ts';

/*
 * Hosts that are no endpoint of AWS by their form: names of the owner's own zones, and what a resource states as its address.
 * Two places that say the same host mean the same thing.
 */

const wholeHost = /^(?=.{4,253}$)(?:[a-z0-9](?:[\w-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;
const withPort = /^([^\s/:]+)(?::\d{2,5})?\.?$/;
const inUrl = /^(?:[a-z][a-z0-9+.-]{0,30}:){1,3}(?:\w{1,20}:)?@?\/\/(?:[^\s/@]{0,200}@)?([^\s/:,;?#]+)/;
const inThinUrl = /^jdbc:oracle:\w{1,20}:[^\s@]{0,200}@([^\s/:]+)/;

/** The host of a text that is a host, a host with its port, or a URL (JDBC's and those of queues and caches too); undefined of anything else, and of hosts that identify themselves. */
export function hostIn(text: string): string | undefined {
  if (text.length > 1_000 || !text.includes('.') || hasSymbol(text)) return undefined;
  const host = (inUrl.exec(text) ?? inThinUrl.exec(text))?.[1] ?? bareHost(text);
  // A host in capitals is more likely something else, such as a token with dots in it.
  return host !== undefined && wholeHost.test(host) && identifiersIn(host).length === 0 ? host : undefined;
}

const bareHost = (text: string): string | undefined => withPort.exec(text)?.[1];

/** Members in which a resource says where it is reached itself, whatever its type. */
const ownMembers = /^(?:reader|configuration|primary|domain|cluster|writer)?_?(?:endpoint|endpoints|endpoint_?address|dns_?name)$|^address$/i;
/** The type whose domain name is its own address; elsewhere it is what a certificate or a record is about. */
const domainType = 'AWS::CloudFront::Distribution';
const domainMembers = /^domain_?name$/i;
/** Types that state the public addresses by which records reach them. No two have the same at a time. */
const addressTypes = new Set(['AWS::EC2::EIP', 'AWS::EC2::Instance']);
const addressMembers = /^public_?ip(?:_?address)?$/i;
const address = /^(?:\d{1,3}\.){3}\d{1,3}$/;
/** In templates, Terraform, and what the API answers. */
const aliasPaths = ['DistributionConfig.Aliases[]', 'aliases[]', 'DistributionConfig.Aliases.Items[]'];

/** Hosts and public addresses that mean a resource of a CloudFormation type because it says so itself: endpoints of AWS too, which are more exact than the pattern of a kind. */
export function statedHosts(type: string, raw: PropertyMap): string[] {
  const isDomain = type === domainType;
  const members = Object.entries(raw).flatMap(([member, value]) => (ownMembers.test(member) || (isDomain && domainMembers.test(member)) ? textsOf(value) : []));
  const aliases = isDomain ? aliasPaths.flatMap((path) => properties(raw, true).texts(path) ?? []) : [];
  const addresses = addressTypes.has(type) ? Object.entries(raw).flatMap(([member, value]) => (addressMembers.test(member) && typeof value === 'string' && address.test(value) ? [value] : [])) : [];
  const hosts = [...members, ...aliases].flatMap((text) => {
    const host = hasSymbol(text) ? undefined : bareHost(text)?.toLowerCase();
    return host !== undefined && wholeHost.test(host) ? [host] : [];
  });
  return [...new Set([...hosts, ...addresses])];
}

/** A text, a list of texts, or a map from uses or parts of an address to texts. */
function textsOf(value: PropertyValue): string[] {
  const members = typeof value === 'string' ? [value] : Array.isArray(value) ? value.slice(0, 100) : isMap(value) ? Object.values(value) : [];
  return members.filter((member): member is string => typeof member === 'string');
}
