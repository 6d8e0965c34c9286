import { symbolsIn, symbol } from './symbol.ts';

/** An identifier for people: `arn:aws:sqs:us-east-1:<account>:<Orders>` where parts of it are known after deployment. */
export function readable(identifier: string): string {
  let text = identifier;
  for (const { id, attribute } of symbolsIn(identifier)) text = text.replace(symbol(id, attribute), `<${id.slice(id.lastIndexOf('/') + 1)}>`);
  return text;
}
