import { classOffered, classSource, isKnownClass } from './class-offer.ts';
import { regionOf } from './region.ts';
import { isServiceCode, notRegionBoundBecause, serviceName, serviceOffered, serviceOfferedInPartition, serviceSource, type Offered } from './service-offer.ts';
import { serviceOfNamespace, serviceOfType } from './service.ts';
import { deployedType, isKnownType, namespaceRegistered, typeRegistered, typeSource } from './type-offer.ts';

/**
 * `not-deployable`: the service is there, CloudFormation does not register the type there (yet).
 * `probably-…`: only CloudFormation's registry could be asked, which is right in nine of ten cases.
 * `not-region-bound`: the service acts on the account or the world; no region lacks it.
 */
export const availabilityStates = ['available', 'probably-available', 'not-deployable', 'probably-unavailable', 'unavailable', 'not-region-bound', 'unknown'] as const;
export type AvailabilityState = (typeof availabilityStates)[number];

/** What the dated tables say. Something live (an offer fact) outranks it. */
export interface Availability {
  readonly state: AvailabilityState;
  readonly source: string;
  /** Day of the source, ISO 8601; the older one where two agree. */
  readonly date: string;
  readonly note?: string;
}

interface Source {
  readonly source: string;
  readonly date: string;
}

const bothSources: Source = {
  source: `${serviceSource.source}; ${typeSource.source}`,
  date: serviceSource.date < typeSource.date ? serviceSource.date : typeSource.date,
};

/** Whether a service is offered in a region. Takes a service-regions code (kafka) or a CloudFormation namespace (MSK, AWS::MSK). */
export function serviceAvailability(service: string, region: string): Availability {
  const code = isServiceCode(service) ? service : serviceOfNamespace(service);
  if (code === undefined) return answer('unknown', serviceSource, `The tables do not know a service ${service}`);
  if (!regionOf(region)) return unknownRegion(region, serviceSource);
  if (code === null) {
    const namespace = service.replace(/^AWS::/, '');
    return byRegistry(namespaceRegistered(namespace, region), region, `the types of AWS::${namespace}`);
  }
  const global = globalAvailability(code, region);
  if (global) return global;
  const offered = serviceOffered(code, region);
  if (offered === undefined) return answer('unknown', serviceSource, `No data on the services of ${region}`);
  return answer(offered === 'yes' ? 'available' : 'unavailable', serviceSource);
}

/** Whether a CloudFormation or SAM type can be had in a region. */
export function typeAvailability(type: string, region: string): Availability {
  if (!regionOf(region)) return unknownRegion(region, typeSource);
  const code = serviceOfType(deployedType(type)) ?? undefined;
  const global = code === undefined ? undefined : globalAvailability(code, region);
  if (global && isKnownType(type)) return global;
  const offered = code === undefined ? undefined : serviceOffered(code, region);
  const registered = typeRegistered(type, region);
  if (offered === 'no' && !global) return answer('unavailable', serviceSource, registered === 'yes' ? `CloudFormation registers ${type} there all the same` : undefined);
  if (!isKnownType(type)) return answer('unknown', typeSource, `The registry's copy does not know ${type}`);
  if (offered === undefined) return byRegistry(registered, region, type);
  if (registered === undefined) return answer('unknown', typeSource, `${serviceName(code ?? '')} is offered in ${region}, but there is no data on CloudFormation types there`);
  if (registered === 'yes') return answer('available', bothSources);
  return answer('not-deployable', bothSources, `${serviceName(code ?? '')} is offered in ${region}, but CloudFormation does not register ${type} there: the feature is missing, or only its type`);
}

const familyServices: Readonly<Record<string, string>> = {
  dax: 'dax', docdb: 'docdb', ec2: 'ec2', elasticache: 'elasticache', emr: 'emr', mq: 'mq', neptune: 'neptune', opensearch: 'es',
  rds: 'rds', 'rds-cluster': 'rds', redshift: 'redshift', 'sagemaker-hosting': 'sagemaker',
};

/** Whether a region has an instance or node class. Families: ec2, rds:mysql, rds-cluster:postgres, elasticache, opensearch … (classFamilies). */
export function classAvailability(family: string, name: string, region: string): Availability {
  if (!regionOf(region)) return unknownRegion(region, classSource);
  const base = family.split(':', 1)[0] ?? family;
  const service = Object.hasOwn(familyServices, base) ? familyServices[base] : undefined;
  if (service !== undefined && serviceOffered(service, region) === 'no') return answer('unavailable', serviceSource, `${serviceName(service)} is not offered in ${region}`);
  const written = family === 'opensearch' ? name.replace(/\.elasticsearch$/, '.search') : name;
  if (!isKnownClass(family, written)) return answer('unknown', classSource, `The table does not know ${name} of ${family}`);
  const offered = classOffered(family, written, region);
  if (offered === undefined) return answer('unknown', classSource, `No data on ${family} classes of ${region}`);
  return answer(offered === 'yes' ? 'available' : 'unavailable', classSource);
}

/** Services that no region lacks, as long as their partition has them. */
function globalAvailability(code: string, region: string): Availability | undefined {
  const because = notRegionBoundBecause(code);
  const partition = regionOf(region)?.partition;
  if (because === undefined || partition === undefined) return undefined;
  const offered = serviceOfferedInPartition(code, partition);
  if (offered === 'yes') return answer('not-region-bound', serviceSource, because);
  if (offered === 'no') return answer('probably-unavailable', serviceSource, `No region of the partition ${partition} lists ${code}`);
  return partition === 'aws' ? answer('not-region-bound', serviceSource, because) : answer('unknown', serviceSource, `No data on ${code} in the partition ${partition}`);
}

function byRegistry(registered: Offered, region: string, what: string): Availability {
  if (registered === undefined) return answer('unknown', typeSource, `No data on ${what} in ${region}`);
  return registered === 'yes'
    ? answer('probably-available', typeSource, `CloudFormation registers ${what} there; Systems Manager has no answer`)
    : answer('probably-unavailable', typeSource, `CloudFormation does not register ${what} there; Systems Manager has no answer. Verify`);
}

function unknownRegion(region: string, source: Source): Availability {
  return answer('unknown', source, `The tables do not know a region ${region}`);
}

function answer(state: AvailabilityState, { source, date }: Source, note?: string): Availability {
  return note === undefined ? { state, source, date } : { state, source, date, note };
}
