import type { Operation } from './operations.ts';

/** What goes back over the wire. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Tree = string | number | boolean | undefined | readonly Tree[] | { readonly [name: string]: Tree };

/** Members as elements; a list repeats its element. */
export function xml(value: Tree, name = ''): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((each: Tree) => xml(each, name)).join('');
  const inner = typeof value === 'object' ? Object.entries(value).map(([member, each]) => xml(each as Tree, member)).join('') : String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return name === '' ? inner : `<${name}>${inner}</${name}>`;
}

/** An output in the operation's protocol. Members of XML services are named as the wire names them. */
export function answer({ protocol, operation }: Operation, output: object): Answer {
  const tree = output as { readonly [name: string]: Tree };
  if (protocol === 'json') return { status: 200, type: 'application/x-amz-json-1.1', body: JSON.stringify(output) };
  if (protocol === 'rest-json') return { status: 200, type: 'application/json', body: JSON.stringify(output) };
  if (protocol === 'query') return { status: 200, type: 'text/xml', body: xml({ [`${operation}Response`]: { [`${operation}Result`]: tree } }) };
  return { status: 200, type: 'text/xml', body: xml({ [`${operation}Response`]: tree }) };
}

/** An error in the operation's protocol. */
export function refusal({ protocol, service }: Operation, { status, code, message = code }: { readonly status: number; readonly code: string; readonly message?: string }): Answer {
  const error = { Error: { Code: code, Message: message } };
  if (protocol === 'json' || protocol === 'rest-json') return { status, type: 'application/json', body: JSON.stringify({ __type: code, message }), headers: { 'x-amzn-errortype': code } };
  if (protocol === 'ec2') return { status, type: 'text/xml', body: xml({ Response: { Errors: error } }) };
  return { status, type: 'text/xml', body: service === 's3' ? xml(error) : xml({ ErrorResponse: error }) };
}
