import { regionOf } from '../../../../model/region.ts';
import type { Context } from '../../scan/context.ts';
import type { Task } from '../../scan/task.ts';
import { iam } from '../../services/iam.ts';
import { expected } from '../../scan/expected.ts';

/** Which version of session tokens the global STS endpoint gives an account: regions that need opting in refuse the first. `region` is where IAM is asked. */
export function tokensTask(account: string, { context, region }: { readonly context: Context; readonly region: string }): Task {
  const { targets, gateway, asOf } = context;
  return {
    id: `offers-tokens:${account}:${targets.join(',')}`,
    title: `Session tokens of ${account}`,
    account,
    region,
    scanner: 'iam',
    calls: ['iam:GetAccountSummary'],
    expected: expected(1),
    async run(log) {
      const { SummaryMap = {} } = await gateway.at(account, region).call(iam, 'GetAccountSummary', {});
      const value = SummaryMap['GlobalEndpointTokenVersion'];
      if (value === undefined) {
        log.miss({ account, region, scanner: 'iam', asked: `the version of session tokens of ${account}`, reason: 'unresolved', message: 'IAM does not name it.' });
        return;
      }
      for (const target of targets) log.fact({ type: 'offer', region: target, what: `sts-tokens:${account}`, available: value >= 2 || regionOf(target)?.optIn === false, value, source: { scanner: 'iam', asOf } });
    },
  };
}
