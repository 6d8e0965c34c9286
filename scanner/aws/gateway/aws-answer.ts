/** What stands between a client and AWS may answer in its place, and clients take much of that for an empty answer. */
export class NotAwsAnswer extends Error {
  override readonly name = 'NotAwsAnswer';
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(status: number, why: string) {
    super(why);
    this.$metadata = { httpStatusCode: status };
  }
}

interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  body: AsyncIterable<Uint8Array> | Uint8Array | undefined;
}

type Next = (input: object) => Promise<object>;

/**
 * Middleware next to the wire: an answer that AWS cannot have given is an error. XML clients read a page of HTML, and every client an empty
 * body, as an answer without members, which would mean that there are no resources; and a bare 404 as a resource that is gone. A body that
 * is not whole after `timeout` milliseconds is an error too: the client's own timeouts end with its first byte.
 */
export const onlyAwsAnswers = (timeout: number) => (next: Next) => async (input: object): Promise<object> => {
  const result = await next(input);
  const { response } = result as { readonly response?: HttpAnswer };
  if (response === undefined || typeof response.statusCode !== 'number') return result;
  response.body = await within(timeout, response.body);
  const because = notAws(response.statusCode, response.headers, Buffer.from(response.body).toString('utf8', 0, headLength));
  if (because !== undefined) throw new NotAwsAnswer(response.statusCode, because);
  return result;
};

/** Enough to see what kind of document it is. */
const headLength = 400;

/** Why it is no answer of AWS; undefined where it may be one. `head` is how its body begins. */
export function notAws(status: number, headers: Readonly<Record<string, string | undefined>>, head: string): string | undefined {
  // Failures of servers are retried and reported as such, whatever they say.
  if (status >= 500 || status === 429) return undefined;
  const told = headers['x-amzn-errortype'] !== undefined;
  if (head.trim() === '') return told ? undefined : 'the answer is empty';
  if (/^\s*(?:<!--.{0,200}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/is.test(head)) return 'the answer is a page of HTML';
  if (status >= 300) return undefined;
  const root = /^\s*(?:<\?[^>]*\?>\s*)?<(\w+)[\s>]/.exec(head)?.[1];
  return root === 'Error' || root === 'ErrorResponse' ? 'the answer is an error that is called a success' : undefined;
}

/** Named as the SDK names timeouts of its own, which it retries. */
class BodyTimeout extends Error {
  override readonly name = 'TimeoutError';
}

async function within(timeout: number, body: HttpAnswer['body']): Promise<Uint8Array> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new BodyTimeout(`The answer began and was not whole after ${timeout} ms.`));
      if (body !== undefined && 'destroy' in body) (body as { destroy(): void }).destroy();
    }, timeout);
  });
  const whole = bytesOf(body);
  // Destroyed, it fails after the race is lost.
  whole.catch(() => undefined);
  try {
    return await Promise.race([whole, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function bytesOf(body: HttpAnswer['body']): Promise<Uint8Array> {
  if (body === undefined || body instanceof Uint8Array) return body ?? new Uint8Array();
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}
