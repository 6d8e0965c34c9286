/** What a page consists of, read strictly: every mistake that a browser would forgive is an error here. */
export interface CheckedHtml {
  readonly elements: readonly { readonly tag: string; readonly attributes: ReadonlyMap<string, string> }[];
  /** Content of script elements by their attributes' text. */
  readonly scripts: readonly { readonly attributes: ReadonlyMap<string, string>; readonly text: string }[];
  /** Text outside tags, scripts and styles, with references as they stand. */
  readonly text: string;
}

const voids = new Set(['meta', 'input', 'br', 'hr', 'img', 'link', 'wbr', 'use', 'path', 'circle', 'rect']);
const tagPattern = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s"'<>/=]+(?:="[^"<>]*")?)*)\s*(\/?)>/y;
const attributePattern = /([^\s"'<>/=]+)(?:="([^"<>]*)")?/g;

/** Throws where tags do not match, an attribute is not quoted, an id stands twice or a `<` stands alone. */
export function checkHtml(page: string): CheckedHtml {
  const elements: { tag: string; attributes: Map<string, string> }[] = [];
  const scripts: { attributes: Map<string, string>; text: string }[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  let text = '';
  let at = page.startsWith('<!doctype html>') ? '<!doctype html>'.length : fail(page, 0, 'no doctype');
  while (at < page.length) {
    const next = page.indexOf('<', at);
    if (next < 0) break;
    text += page.slice(at, next);
    tagPattern.lastIndex = next;
    const [whole, close, tag = '', attributeText = '', selfClosing] = tagPattern.exec(page) ?? fail(page, next, 'no tag');
    at = next + whole.length;
    if (close === '/') {
      const expected = open.pop();
      if (expected !== tag) fail(page, next, `</${tag}> ends <${expected ?? 'nothing'}>`);
      continue;
    }
    const attributes = new Map([...attributeText.matchAll(attributePattern)].map(([, key = '', value = '']) => [key, value]));
    elements.push({ tag, attributes });
    const id = attributes.get('id');
    if (id !== undefined && ids.has(id)) fail(page, next, `the id ${id} stands twice`);
    if (id !== undefined) ids.add(id);
    if (tag === 'script' || tag === 'style') {
      const end = page.indexOf(`</${tag}`, at);
      if (tag === 'script') scripts.push({ attributes, text: page.slice(at, end) });
      at = end + tag.length + 3;
    } else if (selfClosing !== '/' && !voids.has(tag)) open.push(tag);
  }
  if (open.length > 0) fail(page, page.length, `<${open.join('> <')}> never ends`);
  return { elements, scripts, text };
}

function fail(page: string, at: number, why: string): never {
  throw new Error(`${why} at ${JSON.stringify(page.slice(Math.max(0, at - 80), at + 80))}`);
}
