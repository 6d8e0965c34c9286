import type { EstateView } from '../../graph/view.ts';
import { compareText } from '../../model/json.ts';
import { regionOf } from '../../model/region.ts';
import { enableRegion } from '../remedies/enable-region.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { homeByAccount } from '../subjects.ts';
import { offerOf } from '../support/offers.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

const table = yaml`
  Orders:
    Type: AWS::DynamoDB::Table
`;
const learnedFrom = { scanner: 'account', asOf: '2026-11-01' };

export const regionOptinNotEnabled = rule({
  id: 'region-optin-not-enabled',
  title: 'Target region is not enabled for an account',
  on: 'estate',
  severity: severities('C/C/C/C'),
  why: 'Every call to a region that the account has not enabled is refused. Enabling takes minutes to hours and cannot be counted on during an event.',
  fix: 'Enable the region in every account that takes part (workload, network, security, backup, images) with account:EnableRegion, then roll out baselines, service control policies and service-linked roles.',
  effect: 'Blocks every call to the target, copies included, so that RPO is everything that is not copied elsewhere. RTO grows by enabling the region, minutes to hours, and that cannot be counted on during an event.',
  links: ['https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html'],
  remedy: enableRegion,
  examples: {
    gap: [
      { home: table, targetRegion: 'ap-southeast-5', learned: [
        { type: 'offer', region: 'ap-southeast-5', what: 'account:111122223333', available: false, source: learnedFrom },
      ] },
    ],
    ready: [
      { name: 'a region that every account can use', home: table },
      { home: table, targetRegion: 'ap-southeast-5', learned: [
        { type: 'offer', region: 'ap-southeast-5', what: 'account:111122223333', available: true, source: learnedFrom },
      ] },
    ],
    unknown: [{ name: 'nobody asked the account', home: table, targetRegion: 'ap-southeast-5' }],
  },

  *check(view, { intent }): Iterable<EstateSubject> {
    const { target } = intent;
    for (const [account, resources] of [...homeByAccount(view, intent)].sort(([a], [b]) => compareText(a, b))) {
      const title = account === '' ? `the account that is deployed to → ${target}` : `${account} → ${target}`;
      yield { subject: `${account}→${target}`, title, resources: resources.map(({ id }) => id), verdict: verdictOn(view, account, target) };
    }
  },
});

function verdictOn(view: EstateView, account: string, target: string): Verdict {
  const region = regionOf(target);
  if (region?.optIn === false) return ready(`${target} is enabled by default for every account.`);
  const who = account === '' ? 'the account' : `account ${account}`;
  const offer = account === '' ? undefined : offerOf(view, `account:${account}`, target);
  if (offer?.available === true) return ready(`${target} is enabled for ${who}.`, { evidence: [{ what: 'opt-in status', value: 'enabled', source: offer.source }] });
  const shut = view.estate.blindSpots.find(({ reason, region: where, account: of }) => reason === 'opted-out' && where === target && (of === undefined || of === account));
  if (offer !== undefined || shut !== undefined) {
    return gap(`${target} is not enabled for ${who}.`, { blocking: true, evidence: [{ what: 'opt-in status', value: 'not enabled', source: offer?.source ?? (shut as NonNullable<typeof shut>).source }] });
  }
  const must = region?.optIn === true ? `${target} must be enabled account by account` : `Nobody told us whether ${target} must be enabled`;
  return unknown(`${must}, and nobody told us whether ${who} has done so.`, { ask: `account:GetRegionOptStatus for ${target} in ${who}.` });
}
