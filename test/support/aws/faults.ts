import { refusal, type Answer } from './answer.ts';
import type { Asked, Fault } from './server.ts';

const page = (status: number): Answer => ({ status, type: 'text/html', body: '<!DOCTYPE html><html><body>Please sign in to the network.</body></html>' });
const refused = (name: string, told: Parameters<typeof refusal>[1]): Fault => ({ name, answer: (asked) => refusal(asked, told) });

/** Everything that is known to go wrong between here and AWS. */
export const faults: readonly Fault[] = [
  refused('throttled', { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' }),
  refused('internal error', { status: 500, code: 'InternalFailure' }),
  { name: 'page of a gateway', answer: () => page(502) },
  refused('denied', { status: 403, code: 'AccessDeniedException', message: 'User is not authorized to perform it' }),
  { name: 'page of HTML', answer: () => page(200) },
  { name: 'page of HTML that is not found', answer: () => page(404) },
  { name: 'empty answer', answer: (_, { type }) => ({ status: 200, type, body: '' }) },
  { name: 'empty refusal', answer: (_, { type }) => ({ status: 404, type, body: '' }) },
  { name: 'half an answer', answer: (_, { body, ...rest }) => ({ ...rest, body: body.slice(0, Math.floor(body.length / 2)) }) },
  { name: 'broken off', cutAfter: 1 },
  { name: 'connection closed', cutAfter: 0 },
  { name: 'old page token', answer: (asked, whole) => (isPage(asked) ? refusal(asked, { status: 400, code: 'InvalidNextTokenException' }) : refusal(asked, { status: 503, code: 'ServiceUnavailable', message: whole.type })) },
  refused('expired token', { status: 400, code: 'ExpiredTokenException' }),
  refused('unknown credentials', { status: 403, code: 'UnrecognizedClientException', message: 'The security token included in the request is invalid.' }),
];

const isPage = ({ input, url }: Asked): boolean => Object.keys(input).some((name) => /token|marker|^ExclusiveStart/i.test(name)) || /token|marker/i.test(url);
