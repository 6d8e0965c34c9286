import { mail } from '../remedies/mail.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { isInScope } from '../subjects.ts';
import { ofTypes } from '../support/by-type.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const identity = yaml`
  Domain:
    Type: AWS::SES::EmailIdentity
    Properties: { EmailIdentity: example.com }
`;
const endpoint = (region: string): string => `${identity}\n${yaml`
  Mail:
    Type: AWS::SES::MultiRegionEndpoint
    Properties: { EndpointName: mail, Details: { RouteDetails: [{ Region: ${region} }] } }
`}`;

export const messagingSesNoGlobalEndpoint = rule({
  id: 'messaging-ses-no-global-endpoint',
  title: 'Mail is not sent over two regions',
  on: 'estate',
  severity: severities('-/I/L/M'),
  why: 'Whoever sends mail must turn to another region by itself when one is impaired; a global endpoint of SES does it for them.',
  fix: 'Create a global endpoint with the target as second region, bring identities, configuration sets and limits of both in line, and send with its EndpointId. Each region must be able to carry all of it. Mail by SMTP stays in its region.',
  effect: 'No effect on RPO as long as senders keep what failed. RTO of mail grows by turning each sender to the other region; a global endpoint moves by itself.',
  links: ['https://docs.aws.amazon.com/ses/latest/dg/global-endpoints.html'],
  remedy: mail,
  examples: {
    gap: [{ home: identity }, { name: 'an endpoint over another region', home: endpoint('eu-central-1') }],
    ready: [{ home: endpoint('eu-west-1') }],
    unknown: [{ name: 'the region is told at deployment', home: endpoint("'{{resolve:ssm:/second-region}}'") }],
  },

  /** Only of estates that send mail. */
  *check(view, { intent }): Iterable<EstateSubject> {
    const identities = ofTypes(view, 'AWS::SES::EmailIdentity', 'AWS::SES::ConfigurationSet').filter((resource) => isInScope(resource, intent));
    if (identities.length === 0) return;
    const endpoints = view.ofKind('ses-multi-region-endpoint');
    const subject = { subject: `mail:${intent.target}`, title: `mail from ${intent.target}`, resources: identities.map(({ id }) => id) };
    const joining = endpoints.find(({ region, attributes: { secondaryRegions = [] } }) => region === intent.target || secondaryRegions.includes(intent.target));
    const untold = endpoints.find(({ attributes }) => attributes.secondaryRegions === undefined);
    if (joining !== undefined) yield { ...subject, verdict: ready(`${joining.name} sends from ${intent.target} too.`) };
    else if (untold !== undefined) yield { ...subject, verdict: unknown(`Nobody told us which regions ${untold.name} sends from.`, { ask: 'ses:ListMultiRegionEndpoints; a scan asks it.' }) };
    else yield { ...subject, verdict: gap(`No global endpoint of SES sends from ${intent.target}.`) };
  },
});
