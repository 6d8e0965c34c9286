import type { IamAction } from '../../scanner.ts';

/** Verbs of calls that change nothing. GET is how API Gateway names every reading action. */
const verb = /^(?:BatchGet|Describe|Get|GET|List|Lookup|Search|Select)(?=[A-Z]|$)/;

/** Not reading by its verb, and needed: it enters another account, as the user asked for with --role. */
const needed: ReadonlySet<string> = new Set(['AssumeRole']);

/** Calls that read what the business keeps, secrets, or credentials: their verbs are harmless and they are not. */
const contents: ReadonlySet<string> = new Set([
  'BatchGetItem', 'BatchGetSecretValue', 'DescribeDBLogFiles', 'GetAuthorizationToken', 'GetClusterCredentials', 'GetClusterCredentialsWithIAM',
  'GetConsoleOutput', 'GetConsoleScreenshot', 'GetCredentials', 'GetCredentialsForIdentity', 'GetDelegatedAccessToken', 'GetDownloadUrlForLayer', 'GetFederationToken',
  'GetItem', 'GetLayerVersion', 'GetLogEvents', 'GetLogRecord', 'GetObject', 'GetObjectTorrent', 'GetObjectVersion', 'GetOpenIdToken',
  'GetParameter', 'GetParameterHistory', 'GetParametersByPath', 'GetPasswordData', 'GetQueryResults', 'GetRandomPassword', 'GetRecords', 'GetSecretValue',
  'GetSessionToken', 'GetSigningCertificate', 'GetSnapshotBlock', 'GetUser', 'GetWebIdentityToken', 'ListUsers', 'SelectObjectContent',
]);

/** Why a call may not be sent, in words; undefined where it may. */
export function forbidden(operation: string, actions: readonly IamAction[]): string | undefined {
  for (const name of [operation, ...actions.map((action) => action.slice(action.indexOf(':') + 1))]) {
    if (needed.has(name)) continue;
    if (contents.has(name)) return `${name} reads contents, secrets or credentials.`;
    if (!verb.test(name)) return `${name} is no reading call by its name.`;
    if (name.includes('*')) return `${name} is no single action.`;
  }
  return undefined;
}
