import type { Offer } from '../../../../model/fact.ts';
import { isServiceCode } from '../../../../model/service-offer.ts';
import { serviceOfType } from '../../../../model/service.ts';
import { regionOf } from '../../../../model/region.ts';
import type { Context } from '../../scan/context.ts';
import type { Task } from '../../scan/task.ts';
import { ssm } from '../../services/ssm.ts';
import { expected } from '../../scan/expected.ts';

const scanner = 'ssm';
/** Names that one call takes. */
const namesAtOnce = 10;
const tree = '/aws/service/global-infrastructure/services';

/** Codes of the services that the estate uses, as Systems Manager's public parameters name them. */
export function servicesInUse(types: Iterable<string>): string[] {
  const codes = [...types].map(serviceOfType).filter((code): code is string => typeof code === 'string' && isServiceCode(code));
  return [...new Set(codes)].sort();
}

/** Whether each service in use is offered in a target. A service that the tree does not know anywhere stays unknown. */
export function serviceOffersTask(target: string, services: readonly string[], { context, account }: { readonly context: Context; readonly account: string }): Task {
  return {
    id: `offers-services:${target}:${services.join(',')}`,
    title: `Services that ${target} offers`,
    account,
    region: context.globalRegion,
    scanner,
    calls: ['ssm:GetParameters'],
    expected: expected(Math.ceil((2 * services.length) / namesAtOnce)),
    async run(log) {
      const place = context.gateway.at(account, context.globalRegion);
      const found = new Set<string>();
      const names = services.flatMap((code) => [`${tree}/${code}`, `${tree}/${code}/regions/${target}`]);
      for (let from = 0; from < names.length; from += namesAtOnce) {
        const { Parameters = [] } = await place.call(ssm, 'GetParameters', { Names: names.slice(from, from + namesAtOnce) });
        for (const { Name } of Parameters) if (Name !== undefined) found.add(Name);
      }
      for (const code of services) {
        if (!found.has(`${tree}/${code}`)) continue;
        const offer: Offer = { type: 'offer', region: target, what: `service:${code}`, available: found.has(`${tree}/${code}/regions/${target}`), source: { scanner, asOf: context.asOf } };
        log.fact(offer);
      }
    },
  };
}

/** The tree tells of the partition that it is read in. */
export const isToldByTree = (target: string, { partition }: Pick<Context, 'partition'>): boolean => partition === 'aws' && regionOf(target)?.partition === 'aws';
