import type { Fact, ResourceFact } from '../../../../model/fact.ts';
import { canonicalJson } from '../../../../model/json.ts';

export interface Agreement {
  /** Addresses that only one of both tells. */
  readonly alone: readonly string[];
  /** What both tell, and tell differently. */
  readonly different: readonly string[];
  readonly equal: number;
  /** Told by the plan and not by the configuration. */
  readonly untold: readonly string[];
  /** References of the plan to a resource that the configuration does not refer to at the same place. */
  readonly lost: readonly string[];
}

const fields = ['resourceType', 'kind', 'name', 'region', 'account', 'arn', 'partOf', 'module', 'stack', 'partition'] as const;

/** Compares what the configuration says of each resource with what a plan of it says. */
export function agreement(facts: readonly Fact[]): Agreement {
  const by = (scanner: string): Map<string, ResourceFact> => new Map(facts.flatMap((fact) => (fact.type === 'resource' && fact.source.scanner === scanner ? [[fact.id, fact] as const] : [])));
  const [hcl, plan] = [by('terraform-hcl'), by('terraform-plan')];
  const alone = [...[...hcl.keys()].filter((id) => !plan.has(id)), ...[...plan.keys()].filter((id) => !hcl.has(id))];
  const different: string[] = [];
  const untold: string[] = [];
  const lost: string[] = [];
  let equal = 0;
  for (const [id, told] of hcl) {
    const planned = plan.get(id);
    if (planned === undefined) continue;
    const pairs: [string, unknown, unknown][] = [
      ...fields.map((name): [string, unknown, unknown] => [name, told[name], planned[name]]),
      ...[...new Set([...Object.keys(told.attributes), ...Object.keys(planned.attributes)])].map((name): [string, unknown, unknown] => [name, told.attributes[name], planned.attributes[name]]),
      ['tags', told.tags, planned.tags],
    ];
    for (const [name, mine, other] of pairs) {
      if (canonicalJson(mine) === canonicalJson(other)) equal += 1;
      else if (mine === undefined) untold.push(`${id} ${name}`);
      else if (other !== undefined && !agrees(mine, other)) different.push(`${id} ${name}: ${canonicalJson(mine)} and not ${canonicalJson(other)}`);
    }
    const mine = new Set(told.references.map(({ to }) => resourceOf(to)));
    for (const { to } of planned.references) if (!mine.has(resourceOf(to))) lost.push(`${id} → ${to}`);
  }
  return { alone, different, equal, untold, lost };
}

const resourceOf = (text: string): string => text.replace(/#[^⟧]*⟧/g, '⟧');

/** Equal, or not told on one side; a plan names the resource alone where an index is computed, and drops the text around what is unknown. */
function agrees(mine: unknown, other: unknown): boolean {
  if (mine === undefined || other === undefined) return true;
  if (typeof mine === 'string' && typeof other === 'string') {
    return mine === other || /⟦(?!terraform:)/.test(mine) || (other.includes('⟦') && (mine.includes(other) || resourceOf(mine) === other));
  }
  if (Array.isArray(mine) && Array.isArray(other)) {
    const left = [...(other as unknown[])];
    return mine.length === other.length && mine.every((each) => left.splice(left.findIndex((candidate) => agrees(each, candidate)) >>> 0, 1).length === 1);
  }
  if (typeof mine !== 'object' || typeof other !== 'object' || mine === null || other === null) return mine === other;
  return Object.entries(mine).every(([key, value]) => agrees(value, (other as Record<string, unknown>)[key]));
}
