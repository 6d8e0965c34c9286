import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';

/** Kinds × sources, and the attributes of each kind. */
export function kindsPage(): string {
  const all: readonly Kind[] = Object.values(kinds);
  const tick = (yes: boolean): string => (yes ? 'yes' : '');
  const matrix = all.map(
    ({ id, title, traits, names, read }) =>
      `| [${id}](#${id}) | ${title} | ${traits.join(', ')} | \`${names.cloudformation}\` | ${names.terraform.map((name) => `\`${name}\``).join(' ')} | ${tick('cloudformation' in read)} | ${tick('terraform' in read)} | ${tick('config' in read)} |`,
  );
  const details = all.flatMap(({ id, title, attributes, parts = {} }) => [
    `## ${id}`,
    '',
    `${title}.${Object.keys(parts).length === 0 ? '' : ` Parts that are declared apart are joined: ${Object.keys(parts).map((name) => `\`${name}\``).join(', ')}.`}`,
    '',
    '| Attribute | What it says |',
    '|---|---|',
    ...Object.entries(attributes.shape).map(([name, schema]) => `| ${name} | ${(schema as { description?: string }).description ?? ''} |`),
    '',
  ]);
  return [
    '# Kinds',
    '',
    'Resource types whose attributes rules can judge, and the sources each can be read from. Types without a kind are in the graph too, with the references that their',
    'configuration gives, and are judged for availability in the target. A missing attribute means that no source told it, never "no".',
    '',
    '| Kind | Title | Traits | CloudFormation | Terraform | reads CloudFormation | reads Terraform | reads AWS Config |',
    '|---|---|---|---|---|---|---|---|',
    ...matrix,
    '',
    ...details,
  ].join('\n');
}
