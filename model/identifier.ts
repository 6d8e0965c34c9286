import { hasSymbol, symbol, symbolsIn } from './symbol.ts';

/**
 * Identifiers that mean an AWS resource wherever they stand in a text: symbols, ARNs, endpoint hosts, ids such as vpc-0a1b….
 * A scanner keeps these and drops the text around them, so that secrets in configuration never reach a snapshot.
 */
const arn = /arn:(?:aws[a-z-]*|\*|⟦[^⟧]*⟧|):[a-z0-9-]+:[^\s"'`,;|<>(){}\\]+/g;
const host = /(?<![\w.-])(?:[\w*-]+\.)+(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|api\.aws|on\.aws|awsapps\.com|cloudfront\.net|awsglobalaccelerator\.com|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)(?![\w-])/gi;
const prefixes = 'vpc|subnet|sg|rtb|igw|eigw|nat|acl|eni|vpce|vpce-svc|pcx|tgw|tgw-attach|ami|snap|vol|i|lt|eipalloc|pl|dopt|cgw|vgw|vpn|fs|fsap|fsmt|mrk|cr|lgw|ipam|ipam-pool|dxcon|dxgw|fl|asg';
const id = new RegExp(`(?<![\\w-])(?:${prefixes})-(?:[0-9a-f]{32}|[0-9a-f]{17}|[0-9a-f]{8})(?![\\w-])`, 'g');
/** Of a text that is nothing else, any length will do: emulators and samples make ids of their own. */
const wholeId = new RegExp(`^(?:${prefixes})-[0-9a-f]{2,32}$`);
/** One label before the suffix is a service as a whole, or its principal: lambda.amazonaws.com. */
const isPrincipal = /^[\w-]+\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu)$/i;
/** Longest text that is searched; longer ones are cut, which user data and policies do not reach. */
const searchLimit = 1_000_000;

/** Whether the text is an id as EC2 and its like give them: vpc-0a1b2c3d. It means one thing anywhere. */
export const isResourceId = (text: string): boolean => text.length <= 60 && wholeId.test(text);

/** In order of first appearance, each once. Symbols inside an ARN or host belong to it and are not repeated. */
export function identifiersIn(text: string): string[] {
  const searched = text.length > searchLimit ? text.slice(0, searchLimit) : text;
  const found = new Set<string>();
  let rest = searched;
  if (searched.includes('arn:')) {
    rest = rest.replace(arn, (match) => {
      found.add(integrated(match).replace(/[.\]]+$/, ''));
      return ' ';
    });
  }
  if (hasSymbol(rest)) for (const { id: of, attribute } of symbolsIn(rest)) found.add(symbol(of, attribute));
  for (const match of rest.matchAll(host)) if (!isPrincipal.test(match[0])) found.add(match[0] + pathOf(match[0], rest, match.index + match[0].length));
  if (isResourceId(rest)) found.add(rest);
  else for (const [match] of rest.matchAll(id)) found.add(match);
  return [...found];
}

/** What an integration of API Gateway calls stands inside of its own ARN: …:lambda:path/2015-03-31/functions/arn:aws:lambda:…:function:pay/invocations. */
const integrated = (text: string): string => (/^arn:[^:]*:apigateway:[^:]*:lambda:path\/.*arn:/.test(text) ? text.slice(text.lastIndexOf('arn:')).replace(/\/invocations$/, '') : text);

/** Queue URLs and image names say the resource in their path; of every other URL the host is enough. */
function pathOf(name: string, text: string, at: number): string {
  const pattern = /^sqs\.|\.queue\./i.test(name) ? /\/\d{12}\/[\w-]{1,80}(?:\.fifo)?/y : /\.dkr\.ecr\./i.test(name) ? /\/[a-z0-9][a-z0-9._/-]{0,255}/y : undefined;
  if (pattern === undefined) return '';
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].replace(/[./-]+$/, '') ?? '';
}
