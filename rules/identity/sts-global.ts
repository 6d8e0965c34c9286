import type { EstateView } from '../../graph/view.ts';
import { compareText } from '../../model/json.ts';
import { regionOf } from '../../model/region.ts';
import { tokenVersion } from '../remedies/token-version.ts';
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
const tokens = (value: number) => ({ type: 'offer' as const, region: 'ap-east-1', what: 'sts-tokens:111122223333', available: value >= 2, value, source: { scanner: 'iam', asOf: '2026-11-01' } });

export const identityStsGlobal = rule({
  id: 'identity-sts-global',
  title: 'Session tokens of the global STS endpoint are not valid in the target region',
  on: 'estate',
  severity: severities('H/C/C/C'),
  why: 'Unless the account says otherwise, tokens that the global endpoint hands out (version 1) are refused in every region that needs opting in: whoever still uses sts.amazonaws.com gets credentials that do not work there.',
  fix: 'Use regional STS endpoints everywhere (code-sts-global finds who does not), or let the account hand out version 2 tokens: iam:SetSecurityTokenServicePreferences. They are longer, so see where tokens are stored.',
  effect: 'No effect on RPO. Whoever uses the global endpoint is denied everything in the target: RTO grows by changing the setting of the account or of each client and by new sessions.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html', 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetSecurityTokenServicePreferences.html'],
  remedy: tokenVersion,
  examples: {
    gap: [{ home: table, targetRegion: 'ap-east-1', learned: [tokens(1)] }],
    ready: [
      { name: 'a region that needs no opting in', home: table },
      { home: table, targetRegion: 'ap-east-1', learned: [tokens(2)] },
    ],
    unknown: [{ name: 'nobody asked the account', home: table, targetRegion: 'ap-east-1' }],
  },

  *check(view, { intent }): Iterable<EstateSubject> {
    for (const [account, resources] of [...homeByAccount(view, intent)].sort(([a], [b]) => compareText(a, b))) {
      const title = `tokens of ${account === '' ? 'the account that is deployed to' : account}`;
      yield { subject: `sts-tokens:${account}→${intent.target}`, title, resources: resources.map(({ id }) => id), verdict: verdictOn(view, account, intent.target) };
    }
  },
});

function verdictOn(view: EstateView, account: string, target: string): Verdict {
  if (regionOf(target)?.optIn === false) return ready(`${target} accepts tokens of either version.`);
  const offer = account === '' ? undefined : offerOf(view, `sts-tokens:${account}`, target);
  const who = account === '' ? 'the account' : `account ${account}`;
  if (offer === undefined) return unknown(`Nobody told us which version of tokens the global STS endpoint gives ${who}; ${target} refuses version 1.`, { ask: 'iam:GetAccountSummary (GlobalEndpointTokenVersion).' });
  const evidence = [{ what: 'GlobalEndpointTokenVersion', value: String(offer.value ?? (offer.available ? 2 : 1)), source: offer.source }];
  return offer.available ? ready(`Tokens of ${who} are valid in every region.`, { evidence }) : gap(`The global STS endpoint gives ${who} tokens that ${target} refuses.`, { evidence });
}
