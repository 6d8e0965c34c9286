import { statementsOf, type PolicyStatement } from './policy.ts';
import { propertiesOf, type Properties } from './properties.ts';

/** The statements of a policy document that IAM's API writes as a URL-encoded text. */
export function encodedStatementsOf(from: Properties, path: string): PolicyStatement[] | undefined {
  const text = from.text(path);
  const document = text === undefined ? undefined : decoded(text);
  return document === undefined ? statementsOf(from, path) : statementsOf(propertiesOf({ document }), 'document');
}

/** The statements of several documents; undefined as soon as one of them is not told. */
export function encodedStatementsOfAll(documents: readonly Properties[] | undefined, path: string): PolicyStatement[] | undefined {
  const all = documents?.map((each) => encodedStatementsOf(each, path));
  return all === undefined || all.includes(undefined) ? undefined : all.flatMap((statements) => statements ?? []);
}

/** Undefined where it is not encoded: a JSON text may hold percent signs of its own. */
function decoded(text: string): string | undefined {
  if (!/^\s*%7B/i.test(text)) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
