import { compareText } from '../../../model/json.ts';
import { maskSecrets } from '../../secrets.ts';
import { receiverOf } from './chain.ts';
import { calledName, lastOf, literalOf, nameOf } from './names.ts';
import { syntaxOf, type Node } from './node.ts';
import { unwrapped } from './shapes.ts';
import { settingOf } from './words.ts';

const most = 16;
/** Nodes looked at; call arguments can be whole programs. */
const effort = 120;
/** Levels climbed to what is around. */
const heightLimit = 200;
const word = /^[\w./:@+*-][\w./:@+* -]{0,159}$/;

/** What a word of a shell says of itself: --endpoint-url=http://localhost:4566. */
const option = /^-{1,2}[A-Za-z][\w.-]{0,60}=/;

interface Gathered {
  readonly texts: Set<string>;
  readonly seen: Set<Node>;
}

/**
 * Fixed texts in the same call, chain of calls or object, as name=value, the nearest ones, sorted: what decides whether a region is one
 * that AWS fixes, belongs to an emulator or has counterparts beside it. Functions are not entered, secret-looking texts are left out.
 */
export function siblingsOf(node: Node, whole: Node): string[] {
  const gathered: Gathered = { texts: new Set(), seen: new Set([node]) };
  let at: Node | undefined = node;
  let innermost = true;
  for (let height = 0; at !== undefined && gathered.texts.size < most && height < heightLimit; height += 1, at = at.parent) {
    if (isGroup(at) && at !== node) {
      collect(at, innermost, gathered);
      innermost = false;
    }
    if (at === whole) break;
  }
  return [...gathered.texts].sort(compareText);
}

function isGroup(node: Node): boolean {
  const is = syntaxOf(node)?.is;
  return is === 'collection' || is === 'call';
}

/** What a client is told that talks to an emulator. In another member of an object around, it is for another client. */
const ofClient = /endpoint|access_?key(?:_?id)?$|url$|host$/i;

/** `innermost` where the group holds the text itself, not only something that does. */
function collect(group: Node, innermost: boolean, { texts, seen }: Gathered): void {
  const open: { readonly node: Node; readonly name: string | undefined; readonly apart?: boolean }[] = [{ node: group, name: undefined }];
  for (let next = open.shift(); next !== undefined && texts.size < most && seen.size < effort; next = open.shift()) {
    const { name, apart = false } = next;
    const node = unwrapped(next.node);
    if (seen.has(node)) continue;
    seen.add(node);
    const syntax = syntaxOf(node);
    if (syntax?.is === 'text') void (apart && ofClient.test(name ?? '') ? undefined : add(texts, name, literalOf(node)));
    else if (syntax?.is === 'pair') open.push(...(syntax.value ? [{ node: syntax.value, name: nameOf(syntax.key), apart: apart || (!innermost && syntaxOf(unwrapped(syntax.value))?.is === 'collection') }] : []));
    else if (syntax?.is === 'collection') open.push(...syntax.items.slice(0, effort).map((item) => ({ node: item, name, apart })));
    else if (syntax?.is === 'call') {
      const of = receiverOf(syntax);
      const setting = settingOf(lastOf(calledName(syntax) ?? ''));
      open.push(...syntax.arguments.slice(0, effort).map((item, number) => ({ node: item, name: syntax.labels?.[number] ?? setting ?? name, apart })));
      if (of !== undefined && syntaxOf(of)?.is === 'call') open.push({ node: of, name: undefined });
    }
  }
}

function add(texts: Set<string>, name: string | undefined, value: string | undefined): void {
  const own = name === undefined ? value : value?.replace(option, '');
  if (own === undefined || !word.test(own) || (name === undefined && own.startsWith('-'))) return;
  const text = name === undefined ? own : `${name.slice(0, 64)}=${own}`;
  if (texts.has(text)) return;
  const shown = `${name ?? ''}="${own}"`;
  if (maskSecrets(shown) === shown) texts.add(text);
}
