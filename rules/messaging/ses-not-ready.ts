import { peers } from '../../graph/queries/peer.ts';
import { mail } from '../remedies/mail.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { offerOf } from '../support/offers.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const identity = yaml`
  Domain:
    Type: AWS::SES::EmailIdentity
    Properties: { EmailIdentity: example.com }
`;
const sends = (region: string, value: number) => ({ type: 'offer' as const, region, what: 'quota:ses/L-804C8AE8', available: true, value, source: { scanner: 'service-quotas', path: '111122223333', asOf: '2026-11-01' } });

const types = ['AWS::SES::EmailIdentity', 'AWS::SES::ConfigurationSet', 'AWS::SES::Template', 'AWS::SES::ReceiptRuleSet', 'AWS::SES::DedicatedIpPool'];
/** Messages in 24 hours that an account in the sandbox may send. */
const sandbox = 200;

export const messagingSesNotReady = rule({
  id: 'messaging-ses-not-ready',
  title: 'E-mail cannot be sent from the target region',
  on: 'resource',
  types,
  severity: severities('M/H/C/C'),
  why: 'SES knows identities, templates, configuration sets and limits by region. In a region that never sent, an account may send 200 messages a day to verified addresses only, and leaving that sandbox takes a request to AWS.',
  fix: 'In the target region: ask for production access and the limits of the home region, create configuration sets and templates, verify the identities (Easy DKIM with deterministic keys needs no new DNS records), warm up dedicated addresses, and give receiving domains an MX record for the region.',
  effect: 'No effect on RPO. RTO of mail grows by the answer to the request for production access, a day or more, and by verifying identities; before that 200 messages a day to verified addresses leave the target.',
  links: ['https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html', 'https://docs.aws.amazon.com/ses/latest/dg/regions.html'],
  remedy: mail,
  examples: {
    gap: [
      { home: identity },
      { name: 'the target is in the sandbox', home: identity, target: identity, learned: [sends('us-east-1', 50_000), sends('eu-west-1', 200)] },
      { name: 'the target may send less', home: identity, target: identity, learned: [sends('us-east-1', 50_000), sends('eu-west-1', 10_000)] },
    ],
    ready: [{ home: identity, target: identity, learned: [sends('us-east-1', 50_000), sends('eu-west-1', 50_000)] }],
    unknown: [{ name: 'limits that nobody asked for', home: identity, target: identity }],
  },

  check(resource, context) {
    const { graph, intent: { target, home } } = context;
    const [peer] = peers(graph, resource, target);
    if (peer === undefined || resource.resourceType !== 'AWS::SES::EmailIdentity') return hasCounterpart(resource, context);
    const there = offerOf(graph, 'quota:ses/L-804C8AE8', target)?.value;
    const here = offerOf(graph, 'quota:ses/L-804C8AE8', resource.region ?? home[0] ?? '')?.value;
    if (there === undefined || there < 0) return there === undefined ? unknown(`${resource.name} is verified in ${target} too; how much may be sent there nobody told us.`, { ask: 'ses:GetAccount in the target region (ProductionAccessEnabled, SendQuota), or servicequotas:ListServiceQuotas.' }) : ready();
    if (there <= sandbox) return gap(`${target} may send ${there} messages a day, as accounts in the sandbox do; ${resource.name} can reach verified addresses only.`);
    return here !== undefined && (there < here || here < 0) ? gap(`${target} may send ${there} messages a day where home may send ${here < 0 ? 'any number' : here}.`) : ready();
  },
});
