import { peers } from '../../graph/queries/peer.ts';
import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule } from '../rule.ts';
import { ofTypes } from '../support/by-type.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { unknown } from '../verdict.ts';

const sender = yaml`
  Alerts:
    Type: AWS::SMSVOICE::SenderId
    Properties: { SenderId: SHOP, IsoCountryCode: GB }
`;
const centre = yaml`
  Support:
    Type: AWS::Connect::Instance
    Properties: { InstanceAlias: support, IdentityManagementType: CONNECT_MANAGED }
`;

const types = ['AWS::SMSVOICE::PhoneNumber', 'AWS::SMSVOICE::SenderId', 'AWS::SMSVOICE::Pool', 'AWS::SMSVOICE::ConfigurationSet', 'AWS::Connect::Instance', 'AWS::Lex::Bot'];

export const messagingSmsVoiceRegional = rule({
  id: 'messaging-sms-voice-regional',
  title: 'Phone numbers, sender ids or the contact centre are in the home region only',
  on: 'resource',
  types,
  severity: severities('M/H/C/C'),
  why: 'Numbers, sender ids, contact centres and bots belong to a region. Registering numbers and senders with carriers takes days to weeks, which no recovery has.',
  fix: 'Request numbers and sender ids in the target region now, replicate the Connect instance (Global Resiliency, limited pairs of regions) with a traffic distribution group, and replicate Lex bots.',
  effect: 'No effect on RPO. RTO of texts and calls grows by registering numbers and sender ids, days to weeks.',
  remedy: deployTemplate,
  links: ['https://docs.aws.amazon.com/connect/latest/adminguide/setup-connect-global-resiliency.html', 'https://docs.aws.amazon.com/lexv2/latest/dg/global-resiliency.html'],
  examples: {
    gap: [{ home: sender }, { name: 'a contact centre', home: centre }],
    ready: [{ home: sender, target: sender }],
    unknown: [{ name: 'two contact centres that nothing distributes calls over', home: centre, target: centre }],
  },

  check(resource, context) {
    const { graph, intent: { target } } = context;
    const isPaired = resource.resourceType !== 'AWS::Connect::Instance' || peers(graph, resource, target).length === 0 || ofTypes(graph, 'AWS::Connect::TrafficDistributionGroup').length > 0;
    return isPaired ? hasCounterpart(resource, context) : unknown(`${resource.name} has an instance beside it in ${target}; whether it is its replica, and calls can be moved to it, nobody told us.`, { ask: 'connect:ListTrafficDistributionGroups.' });
  },
});
