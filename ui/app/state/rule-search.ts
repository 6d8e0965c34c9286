import type { RuleInfo } from '../client.ts';

/** Rules that hold every word of a text, in their id, title, or what they say; those that hold them in id or title come first. */
export function searchRules(rules: readonly RuleInfo[], { text, category }: { readonly text: string; readonly category: string }): readonly RuleInfo[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const has = (where: string): boolean => words.every((word) => where.includes(word));
  const found = rules.filter((rule) => (category === '' || rule.category === category) && has(`${rule.id} ${rule.title} ${rule.why} ${rule.fix}`.toLowerCase()));
  const named = found.filter(({ id, title }) => has(`${id} ${title}`.toLowerCase()));
  return [...named, ...found.filter((rule) => !named.includes(rule))];
}
