import { compareText } from '../../model/json.ts';
import type { ResourceOf, EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { tagged } from '../../model/tag-table.ts';
import { elasticAddresses } from '../remedies/elastic-addresses.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { ofTypes } from '../support/by-type.ts';
import { ofKindIn } from '../support/by-region.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const gateway = (tag = ''): string => yaml`
  Gateway:
    Type: AWS::EC2::NatGateway
    Properties: { SubnetId: subnet-0123456789abcdef0, AllocationId: !GetAtt Address.AllocationId${tag === '' ? '' : `, Tags: [{ Key: 'mr:partner-allowlist', Value: ${tag} }]`} }
  Address:
    Type: AWS::EC2::EIP
    Properties: { Domain: vpc }
`;

export const networkEgressAllowlist = rule({
  id: 'network-egress-allowlist',
  title: 'Partners may know the addresses of the home region only',
  on: 'estate',
  severity: severities('M/H/H/H'),
  why: 'Calls to partners that let in known addresses only are refused from the target region, and a partner’s change of its lists takes days or weeks.',
  fix: 'Allocate the addresses of the target region now and register them with every partner that asks for them; tag the NAT gateways mr:partner-allowlist with `registered`, or `none` where nobody asks. Or bring a range of your own, which may be announced from one region at a time.',
  effect: 'No effect on RPO. RTO of what calls such a partner is as long as the partner takes to admit new addresses, days or weeks.',
  remedy: elasticAddresses,
  links: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html', 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html'],
  examples: {
    gap: [{ name: 'no address in the target', home: gateway() }],
    ready: [
      { name: 'registered', home: gateway(), target: gateway('registered') },
      { name: 'nobody asks', home: gateway('none') },
    ],
    unknown: [{ name: 'addresses in both regions', home: gateway(), target: gateway() }],
  },

  /** One verdict for each home region that calls out by addresses of its own. */
  *check(view, { intent: { home, target } }): Iterable<EstateSubject> {
    for (const region of home) {
      const here = publicGateways(view, region);
      if (here.length === 0) continue;
      const subject = { subject: `egress:${region}`, title: `Calls out of ${region}`, resources: here.map(({ id }) => id).sort(compareText) };
      const there = publicGateways(view, target);
      const addresses = addressesIn(view, target);
      if (here.every(({ tags }) => tagged({ tags }, 'mr:partner-allowlist') === 'none')) yield { ...subject, verdict: ready('Its NAT gateways are tagged mr:partner-allowlist=none: no partner asks for their addresses.') };
      else if (there.length === 0 && addresses.length === 0) yield { ...subject, verdict: gap(`${region} calls out by ${here.length === 1 ? 'a NAT gateway' : `${here.length} NAT gateways`}, and ${target} has no address that partners could be told of.`) };
      else if (areRegistered(there) || areRegistered(addresses)) yield { ...subject, verdict: ready() };
      else yield { ...subject, verdict: unknown(`${target} has addresses to call out by; whether the partners that know those of ${region} know them too nobody told us.`, { ask: 'The tag mr:partner-allowlist on the NAT gateways or the addresses of the target: registered, or none at home where no partner asks.' }) };
    }
  },
});

const publicGateways = (view: EstateView, region: string): ResourceOf<'nat-gateway'>[] => ofKindIn(view, 'nat-gateway', region).filter(({ attributes }) => attributes.private !== true);

const addressesIn = (view: EstateView, region: string): readonly Resource[] => ofTypes(view, 'AWS::EC2::EIP').filter((each) => each.region === region);

/** Partners know every one of them: those that gateways are to use may be registered before there is a gateway. */
const areRegistered = (all: readonly Resource[]): boolean => all.length > 0 && all.every(({ tags }) => tagged({ tags }, 'mr:partner-allowlist') === 'registered');
