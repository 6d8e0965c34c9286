import type { EstateView } from '../../graph/view.ts';
import type { Offer } from '../../model/fact.ts';
import type { Intent } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import type { Evidence } from '../../model/readiness.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { homeByAccount } from '../subjects.ts';
import { perView } from '../support/per-view.ts';
import { countedQuotas, usageOf, type CountedQuota } from '../support/quotas.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

/** Room over what home uses, where the intent does not say how much. */
const defaultHeadroom = 1.2;

const networks = (count: number): string => Array.from({ length: count }, (_, index) => yaml`
  Net${index}:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.${index}.0.0/16 }
`).join('\n');
const quota = (region: string, what: string, value: number): Offer => ({ type: 'offer', region, what: `quota:${what}`, available: true, value, source: { scanner: 'service-quotas', path: '111122223333', asOf: '2026-11-01' } });
const vpcs = 'vpc/L-F678F1CE';

export const regionQuotaShortfall = rule({
  id: 'region-quota-shortfall',
  title: 'Quota of the target region is below what home uses',
  on: 'estate',
  severity: severities('L/M/H/C'),
  why: 'A region that was little used has default quotas. What home has grown to over years cannot be created or started there, and an increase takes hours to days.',
  fix: 'Request the increase now, from Service Quotas in the target region, for every account; keep the comparison in the pipeline, and put the values into the request template for new accounts. A quota is a permission, not a reservation: capacity is another question.',
  effect: 'No effect on RPO unless the quota stops a copy from being made. Starts in the target stop at the quota: RTO grows by an increase, hours to days.',
  links: ['https://docs.aws.amazon.com/servicequotas/latest/userguide/intro.html', 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-on-demand-instances.html'],
  examples: {
    gap: [
      { name: 'five networks, and no room for a sixth', home: networks(5), learned: [quota('us-east-1', vpcs, 20), quota('eu-west-1', vpcs, 5)] },
      { name: 'twice as much is wanted', headroom: 2, home: networks(5), learned: [quota('us-east-1', vpcs, 20), quota('eu-west-1', vpcs, 9)] },
    ],
    ready: [{ home: networks(4), learned: [quota('us-east-1', vpcs, 20), quota('eu-west-1', vpcs, 5)] }],
    unknown: [
      { name: 'a rate that was raised at home', home: networks(1), learned: [quota('us-east-1', 'kms/L-6E3AF000', 50_000), quota('eu-west-1', 'kms/L-6E3AF000', 10_000)] },
      { name: 'nobody asked for quotas', home: networks(1) },
    ],
  },

  *check(view, { intent }): Iterable<EstateSubject> {
    const told = quotasTold(view);
    const places = accountsOf(view, intent);
    for (const account of places) {
      const there = told.get(`${account} ${intent.target}`);
      const who = account === '' ? 'the account' : account;
      if (there === undefined) {
        yield { subject: `quotas:${account}→${intent.target}`, title: `quotas of ${who}`, verdict: unknown(`Nobody told us the quotas of ${who} in ${intent.target}.`, { ask: `servicequotas:ListServiceQuotas in ${intent.target}; a scan with this target asks it.` }) };
        continue;
      }
      for (const [code, offer] of [...there].sort(([a], [b]) => compareText(a, b))) {
        const counted = countedQuotas.find((each) => each.code === code);
        const verdict = counted === undefined ? rateVerdict(told, { account, code, offer, intent }) : countVerdict(view, counted, { account, offer, intent });
        if (verdict !== undefined) yield { subject: `quota:${account}:${code}`, title: counted?.title ?? code, resources: [], verdict };
      }
    }
  },
});

type Told = ReadonlyMap<string, ReadonlyMap<string, Offer>>;

/** Applied quotas by account and region, then by code; of several answers the lowest. */
const quotasTold: (view: EstateView) => Told = perView((view) => {
  const found = new Map<string, Map<string, Offer>>();
  for (const offer of view.estate.offers) {
    if (!offer.what.startsWith('quota:') || offer.value === undefined) continue;
    const place = `${offer.source.path ?? ''} ${offer.region}`;
    const code = offer.what.slice('quota:'.length);
    const codes = found.get(place) ?? new Map<string, Offer>();
    found.set(place, codes);
    if ((codes.get(code)?.value ?? Infinity) > offer.value) codes.set(code, offer);
  }
  return found;
});

function accountsOf(view: EstateView, intent: Intent): string[] {
  const used = [...homeByAccount(view, intent).keys()];
  // What names no account is in one of those that are known.
  const known = used.filter((account) => account !== '');
  return [...new Set(known.length > 0 ? known : used)].sort(compareText);
}

interface Asked {
  readonly account: string;
  readonly offer: Offer;
  readonly intent: Intent;
}

function countVerdict(view: EstateView, quota: CountedQuota, { account, offer, intent: { home, target, headroom = defaultHeadroom } }: Asked): Verdict | undefined {
  const usages = home.map((region) => usageOf(view, quota, { account, region }));
  const used = Math.max(0, ...usages.map((usage) => usage.used));
  const complete = usages.every((usage) => usage.complete);
  if (used === 0 && complete) return undefined;
  const value = offer.value ?? 0;
  const wanted = Math.ceil(used * headroom);
  const evidence: Evidence[] = [{ what: `quota in ${target}`, value: String(value), source: offer.source }, { what: 'in use at home', value: `${complete ? '' : 'at least '}${used} ${quota.unit}` }, { what: 'headroom', value: String(headroom) }];
  const fix = `Request ${wanted} at least: aws service-quotas request-service-quota-increase --service-code ${quota.code.replace('/', ' --quota-code ')} --desired-value ${wanted} --region ${target}`;
  if (wanted > value) return gap(`${quota.title}: ${target} allows ${value}, and ${complete ? '' : 'at least '}${used} ${quota.unit} at home with a headroom of ${headroom} are ${wanted}.`, { evidence, fix });
  return complete ? ready(`${quota.title}: ${target} allows ${value} for ${used} ${quota.unit} at home.`, { evidence }) : unknown(`${quota.title}: ${target} allows ${value}; home uses ${used} ${quota.unit} at least, and how many more nobody told us.`, { evidence, ask: 'CloudWatch, namespace AWS/Usage or the service’s own, at home at its peak.' });
}

/** Rates and sizes cannot be counted in an estate. As much as at home is enough for what home does. */
function rateVerdict(told: Told, { account, code, offer, intent: { home, target } }: Asked & { readonly code: string }): Verdict | undefined {
  const here = Math.max(...home.map((region) => told.get(`${account} ${region}`)?.get(code)?.value ?? -Infinity));
  const value = offer.value ?? 0;
  // Where nobody raised it, both regions have the same default: nothing to say.
  if (here === -Infinity || value >= here) return undefined;
  const evidence: Evidence[] = [{ what: `quota in ${target}`, value: String(value), source: offer.source }, { what: 'quota at home', value: String(here) }];
  return unknown(`${code}: ${target} allows ${value} where home allows ${here}; how much of that home uses nobody told us.`, { evidence, ask: `Peak use at home: CloudWatch AWS/Usage for ${code}, or the Service Quotas console.` });
}
