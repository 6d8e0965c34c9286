import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the fake sees it. */
export interface Asked {
  /** Operation of JSON protocols (ListTables), path of REST ones (/listRegions), Action of query ones (GetCallerIdentity). */
  readonly operation: string;
  readonly region: string;
  readonly service: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The request's body. */
  readonly text: string;
  /** How many requests for the operation came before. */
  readonly before: number;
}

/** What it answers: a document, or an error or a body of its own. */
export interface Answer {
  readonly status?: number;
  readonly body: unknown;
  readonly type?: string;
}

export interface FakeAws {
  readonly url: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

export const failing = (name: string, { status = 400, message = name } = {}): Answer => ({ status, body: { __type: name, message } });
export const answering = (body: object): Answer => ({ body });

const identity = '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/reader</Arn><UserId>AIDA</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';

const xmlServices = new Set(['autoscaling', 'cloudfront', 'elasticache', 'elasticloadbalancing', 'iam', 'monitoring', 'rds', 'redshift', 'route53', 'sns', 'sts']);

function denial({ operation, service }: Asked): Answer {
  const message = `not allowed: ${operation}`;
  const error = `<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`;
  const type = 'text/xml';
  if (service === 's3') return { status: 403, body: error, type };
  if (service === 'ec2') return { status: 403, body: `<Response><Errors>${error}</Errors></Response>`, type };
  if (xmlServices.has(service)) return { status: 403, body: `<ErrorResponse>${error}</ErrorResponse>`, type };
  return failing('AccessDeniedException', { status: 403, message });
}

/** An HTTP server on loopback that speaks as much of AWS's protocols as a test says. What it has no answer for is denied. */
export async function fakeAws(answer: (asked: Asked) => Answer | undefined): Promise<FakeAws> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const one = readRequest(request, text, asked);
      asked.push(one);
      const found = answer(one) ?? (one.operation === 'GetCallerIdentity' ? { body: identity, type: 'text/xml' } : denial(one));
      send(response, found);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function readRequest(request: IncomingMessage, text: string, asked: readonly Asked[]): Asked {
  const target = String(request.headers['x-amz-target'] ?? '').split('.').at(-1) ?? '';
  const action = /(?:^|&)Action=(\w+)/.exec(text)?.[1];
  const operation = target !== '' ? target : (action ?? (request.url ?? '').split('?')[0] ?? '');
  const [, region = '', service = ''] = /Credential=[^/]+\/\d+\/([\w-]+)\/([\w-]+)\//.exec(request.headers.authorization ?? '') ?? [];
  return { operation, region, service, input: parsed(text), text, before: asked.filter((each) => each.operation === operation).length };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function send(response: ServerResponse, { status = 200, body, type = 'application/x-amz-json-1.1' }: Answer): void {
  const name = typeof body === 'object' && body !== null && '__type' in body ? String(body.__type) : undefined;
  response.writeHead(status, { 'content-type': type, ...(name === undefined ? {} : { 'x-amzn-errortype': name }) });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
