import type { Json, JsonObject } from '../../../../model/json.ts';
import { isObject, memberOf, objectIn } from '../sections.ts';
import { add, defined, getAtt, ref, type Builder, type SamResource } from './builder.ts';

interface Api {
  readonly stage: Json;
  /** 1 for REST APIs, 2 for HTTP APIs. */
  readonly version: 1 | 2;
}

/** The Domain property: a custom domain name, its mapping to the stage, and its Route 53 records. */
export function customDomain(resource: SamResource, builder: Builder, { stage, version }: Api): void {
  const domain = memberOf(resource.properties, 'Domain');
  if (!isObject(domain)) return;
  const { logicalId } = resource;
  const id = `${logicalId}DomainName`;
  const endpoint = memberOf(domain, 'EndpointConfiguration') ?? 'REGIONAL';
  const certificate = memberOf(domain, 'CertificateArn');
  const name = memberOf(domain, 'DomainName');
  const regional = endpoint !== 'EDGE';
  const variant = endpoint === 'PRIVATE' ? 'V2' : '';
  if (version === 1) {
    const properties = { DomainName: name, EndpointConfiguration: { Types: [endpoint] }, [regional ? 'RegionalCertificateArn' : 'CertificateArn']: certificate, SecurityPolicy: memberOf(domain, 'SecurityPolicy') };
    add(builder, resource, { id, type: `AWS::ApiGateway::DomainName${variant}`, properties: defined(properties) });
    add(builder, resource, { id: `${logicalId}BasePathMapping`, type: `AWS::ApiGateway::BasePathMapping${variant}`, properties: { DomainName: ref(id), RestApiId: ref(logicalId), Stage: stage } });
  } else {
    const configuration = defined({ EndpointType: endpoint, CertificateArn: certificate, SecurityPolicy: memberOf(domain, 'SecurityPolicy') });
    add(builder, resource, { id, type: 'AWS::ApiGatewayV2::DomainName', properties: defined({ DomainName: name, DomainNameConfigurations: [configuration] }) });
    add(builder, resource, { id: `${logicalId}ApiMapping`, type: 'AWS::ApiGatewayV2::ApiMapping', properties: { DomainName: ref(id), ApiId: ref(logicalId), Stage: stage } });
  }
  const attribute = version === 1 && !regional ? 'Distribution' : 'Regional';
  records(resource, builder, { domain, target: { DNSName: getAtt(id, `${attribute}DomainName`), HostedZoneId: getAtt(id, `${attribute}HostedZoneId`) } });
}

function records(resource: SamResource, builder: Builder, { domain, target }: { domain: JsonObject; target: JsonObject }): void {
  const route53 = objectIn(domain, 'Route53');
  const zone = { HostedZoneId: memberOf(route53, 'HostedZoneId'), HostedZoneName: memberOf(route53, 'HostedZoneName') };
  if (zone.HostedZoneId === undefined && zone.HostedZoneName === undefined) return;
  const record = defined({
    Name: memberOf(domain, 'DomainName'),
    Type: 'A',
    AliasTarget: defined({ ...target, EvaluateTargetHealth: memberOf(route53, 'EvaluateTargetHealth') }),
    SetIdentifier: memberOf(route53, 'SetIdentifier'),
    Region: memberOf(route53, 'Region'),
  });
  const both = memberOf(route53, 'IpV6') === true ? [record, { ...record, Type: 'AAAA' }] : [record];
  add(builder, resource, { id: `${resource.logicalId}RecordSetGroup`, type: 'AWS::Route53::RecordSetGroup', properties: defined({ ...zone, RecordSets: both }) });
}
