import type { Context } from './context.ts';
import { scannedRegions } from './context.ts';
import type { Miss } from './miss.ts';

const scanner = 'config';

/** Places where no inventory sees every type, regions that were named and are not enabled, and accounts that only an aggregator tells of: what was not asked directly there is unknown. */
export function unseenPlaces(context: Context): Miss[] {
  const { accounts, knowledge, regions } = context;
  const blind = accounts.flatMap((account) =>
    scannedRegions(context, account).flatMap((region): Miss[] => {
      const at = { account, region };
      if (knowledge.hasRecorder(at) || knowledge.explored(at)) return [];
      return [{
        ...at,
        scanner,
        asked: 'resources of types that are not asked for directly',
        reason: 'unresolved',
        message: 'Neither AWS Config nor Resource Explorer tells what there is; types without a direct question are known only where they are tagged.',
        remedy: 'Turn on AWS Config or Resource Explorer in the region, or leave it out with --regions.',
      }];
    }),
  );
  const disabled = accounts.flatMap((account) =>
    regions.filter((region) => knowledge.regions(account)?.get(region) === false).map((region): Miss => ({
      account, region, scanner: 'account',
      asked: 'resources of a region that is not enabled',
      reason: 'opted-out',
      message: `The account has not enabled ${region}, so that nothing was asked there.`,
      remedy: `Enable ${region} for the account (account:EnableRegion), or leave it out with --regions.`,
    })),
  );
  const others = knowledge.counted().filter(({ account }) => !accounts.includes(account));
  return [
    ...blind,
    ...disabled,
    ...others.map((at): Miss => ({ ...at, scanner, asked: 'what AWS Config does not record', reason: 'unresolved', message: 'Only the aggregator tells of the account: nothing was asked in it directly.', remedy: 'Name the account with --accounts and a role that can be assumed there with --role.' })),
  ];
}
