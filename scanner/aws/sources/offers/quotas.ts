import type { Context } from '../../scan/context.ts';
import type { At } from '../../scan/knowledge.ts';
import type { Task } from '../../scan/task.ts';
import { CallFailure } from '../../gateway/failure.ts';
import { serviceQuotas } from '../../services/service-quotas.ts';
import { expected } from '../../scan/expected.ts';

const scanner = 'service-quotas';

/** Service Quotas has its own names for some services, and keeps what belongs to VPC apart from EC2. */
const quotaNames: Readonly<Record<string, readonly string[]>> = {
  cloudwatch: ['monitoring'],
  ec2: ['ec2', 'vpc', 'ebs'],
  efs: ['elasticfilesystem'],
  elb: ['elasticloadbalancing'],
  stepfunctions: ['states'],
};

export function quotaServices(services: readonly string[]): string[] {
  return [...new Set(services.flatMap((code) => (Object.hasOwn(quotaNames, code) ? (quotaNames[code] ?? []) : [code])))].sort();
}

/** Applied quotas of the services in use at a place. */
export function quotasTask(at: At, services: readonly string[], context: Context): Task {
  const { account, region } = at;
  return {
    id: `offers-quotas:${account}/${region}:${services.join(',')}`,
    title: `Quotas of ${account} in ${region}`,
    account,
    region,
    scanner,
    calls: ['servicequotas:ListServiceQuotas'],
    // EC2 has the most of them, and they fit into four pages.
    expected: expected(services.length, 4 * services.length),
    async run(log) {
      const place = context.gateway.at(account, region);
      for (const ServiceCode of services) {
        try {
          for await (const { Quotas = [] } of place.pages(serviceQuotas, 'ListServiceQuotas', { ServiceCode, MaxResults: 100 })) {
            for (const { QuotaCode, Value } of Quotas) {
              if (QuotaCode === undefined || Value === undefined) continue;
              log.fact({ type: 'offer', region, what: `quota:${ServiceCode}/${QuotaCode}`, available: true, value: Value, source: { scanner, path: account, asOf: context.asOf } });
            }
          }
        } catch (thrown) {
          // Not every service has quotas there.
          if (!(thrown instanceof CallFailure)) throw thrown;
          if (thrown.name !== 'NoSuchResourceException') log.failed(thrown);
        }
      }
    },
  };
}
