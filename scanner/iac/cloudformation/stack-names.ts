import { compareText } from '../../../model/json.ts';

/** A template in a region for which nobody said what its stack is called. */
export interface Unnamed {
  readonly path: string;
  readonly region: string;
}

/** File names that say no more than that this is the template of its folder. */
const nameless = /^(?:template|templates|main|index|stack|sam|cfn|cloudformation|serverless|infra|infrastructure)$/i;

/**
 * Stack names by region and path: the file name, and with it as many folders as tell it from other templates there. Stacks of one
 * name would be taken for one stack, and their resources for one another.
 * Forms of one template (`orders.json` beside `orders.yaml`) share a name; so do templates in different regions, as one stack does.
 */
export function stackNames(unnamed: readonly Unnamed[], taken: Iterable<Unnamed & { readonly stack: string }>): (path: string, region: string) => string {
  const names = new Map<string, string>();
  const used = new Map<string, Set<string>>();
  for (const { region, stack } of taken) inRegion(region).add(stack);
  for (const [region, paths] of byRegion(unnamed)) settle(paths, inRegion(region), (path, name) => names.set(`${region}/${path}`, name));
  return (path, region) => names.get(`${region}/${bare(path)}`) ?? stackNameOf(path);

  function inRegion(region: string): Set<string> {
    const known = used.get(region) ?? new Set();
    used.set(region, known);
    return known;
  }
}

/** In rounds: who is alone with a name keeps it, the others try a longer one. The last is the path, which nobody shares. */
function settle(paths: Iterable<string>, used: Set<string>, named: (path: string, name: string) => void): void {
  let open = [...paths].sort(compareText);
  for (let folders = 0; open.length > 0; folders += 1) {
    const wishes = open.map((path) => ({ path, name: wish(path, folders) }));
    const count = new Map<string, number>();
    for (const { name } of wishes) count.set(name, (count.get(name) ?? 0) + 1);
    const alone = wishes.filter(({ path, name }) => name === path || (count.get(name) === 1 && !used.has(name)));
    for (const { path, name } of alone) {
      used.add(name);
      named(path, name);
    }
    const settled = new Set(alone.map(({ path }) => path));
    open = open.filter((path) => !settled.has(path));
  }
}

function wish(path: string, folders: number): string {
  const segments = path.split('/').filter((segment) => segment !== '..');
  if (folders >= segments.length) return path;
  const stem = segments.at(-1) ?? path;
  const above = segments.slice(segments.length - 1 - folders, -1);
  return [...above, ...(folders > 0 && nameless.test(stem) ? [] : [stem])].join('-');
}

function byRegion(unnamed: readonly Unnamed[]): Map<string, Set<string>> {
  const regions = new Map<string, Set<string>>();
  for (const { path, region } of unnamed) regions.set(region, (regions.get(region) ?? new Set()).add(bare(path)));
  return regions;
}

/** Name of a stack whose template stands alone: `orders` of templates/orders.template.json. */
export const stackNameOf = (path: string): string => fileName(bare(path));

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Path without what says that it is a template: `templates/orders` of templates/orders.template.json. */
function bare(path: string): string {
  const name = fileName(path);
  const short = name.replace(/\.(?:ya?ml|json|txt|template|tmpl|cfn|cform|cft)$/i, '').replace(/[.-]template$/i, '') || name;
  return `${path.slice(0, path.length - name.length)}${short}`;
}
