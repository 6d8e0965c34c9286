import { expression, type MakeRemedy } from '../remedy.ts';
import { parameter } from './dns-words.ts';
import { homeOf, isPhysical, label, logicalId, nameLimit } from './words.ts';

/** The identity in the target, the request to send from there, and a global endpoint over both regions. */
export const mail: MakeRemedy = (identity, { intent: { home, target } }) => {
  if (identity.resourceType !== 'AWS::SES::EmailIdentity') return undefined;
  const from = homeOf(identity, home);
  const { name } = identity;
  const physical = isPhysical(identity);
  return {
    title: `Send mail of ${name} from ${target}`,
    cloudformation: [
      {
        region: target,
        ...(physical ? {} : { parameters: { Identity: parameter('Domain or address as the home region has it') } }),
        resources: { [logicalId(name)]: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: physical ? name : { Ref: 'Identity' }, DkimAttributes: { SigningEnabled: true } } } },
      },
      { region: from, resources: { [logicalId(name, 'Endpoint')]: { Type: 'AWS::SES::MultiRegionEndpoint', Properties: { EndpointName: 'mail', Details: { RouteDetails: [{ Region: target }] } } } } },
    ],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'resource', labels: ['aws_sesv2_email_identity', label(name)], body: { provider: expression('aws.target'), email_identity: name } },
    ],
    cli: [
      { region: target, words: ['sesv2', 'create-email-identity', '--email-identity', name] },
      { region: target, words: ['sesv2', 'put-account-details', '--production-access-enabled', '--mail-type', 'TRANSACTIONAL', '--website-url', 'https://www.example.com', '--contact-language', 'EN'], note: 'Asks for production access; AWS answers within a day or more' },
      { region: from, words: ['sesv2', 'create-multi-region-endpoint', '--endpoint-name', 'mail', '--details', JSON.stringify({ RoutesDetails: [{ Region: target }] })], note: 'A global endpoint over both regions; senders name its EndpointId' },
    ],
    limits: [...nameLimit(identity), 'Deterministic Easy DKIM takes the keys of home, so that DNS need not change; otherwise add the records of the target.', 'Configuration sets, templates and the limit on sending must be brought in line too.'],
  };
};
