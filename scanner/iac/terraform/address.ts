/** Key of an instance: a string for for_each, a number for count. */
export type InstanceKey = string | number;

/** One part of an address or reference, with the index that follows it: `module`, `media["north"]`, `private[0]`. */
export interface Step {
  readonly name: string;
  readonly key?: InstanceKey | undefined;
}

/** Longer texts are no addresses. */
const lengthLimit = 10_000;

/** Splits `module.media["north"].aws_s3_bucket.this[0].arn` at its dots; undefined where the text is no address. */
export function stepsOf(text: string): Step[] | undefined {
  if (text.length > lengthLimit) return undefined;
  const steps: Step[] = [];
  let at = 0;
  while (at < text.length) {
    const name = /[^.[\]"]*/y;
    name.lastIndex = at;
    const [found = ''] = name.exec(text) ?? [];
    at += found.length;
    const indices: InstanceKey[] = [];
    while (text[at] === '[') {
      const index = indexAt(text, at + 1);
      if (!index) return undefined;
      indices.push(index.key);
      at = index.end;
    }
    if (found === '') return undefined;
    steps.push({ name: found, key: indices[0] });
    if (at < text.length && (text[at++] !== '.' || at === text.length)) return undefined;
  }
  return steps;
}

/** The index that starts after an opening bracket, and where the text goes on after the closing one. */
function indexAt(text: string, from: number): { readonly key: InstanceKey; readonly end: number } | undefined {
  const pattern = text[from] === '"' ? /"((?:[^"\\]|\\.)*)"\]/y : /(\d{1,9})\]/y;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, inner = ''] = match;
  return { key: text[from] === '"' ? inner.replace(/\\(.)/g, '$1') : Number(inner), end: from + whole.length };
}

/** `["north"]`, `[0]`, or nothing where there is no key. */
export function indexText(key: InstanceKey | undefined): string {
  if (key === undefined) return '';
  return typeof key === 'number' ? `[${key}]` : `["${key.replace(/["\\]/g, '\\$&')}"]`;
}

/** Address of something inside a module: the module's own address before it, unless it is the root. */
export function within(module: string, inner: string): string {
  return module === '' ? inner : `${module}.${inner}`;
}
