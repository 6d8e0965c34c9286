import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import { nativeTypes } from '../../scanner/aws/sources/config/native-types.ts';
import { configService } from '../../scanner/aws/services/config-service.ts';

/** In whose words AWS Config records a kind; undefined where it does not. */
export async function recordedKinds(): Promise<ReadonlyMap<string, 'service' | 'CloudFormation'>> {
  const recorded = new Set(Object.values((await configService.sdk()).ResourceType) as string[]);
  return new Map(
    (Object.values(kinds) as readonly Kind[]).flatMap(({ id, names }) => {
      const type = [names.config ?? names.cloudformation, ...(names.also ?? [])].find((each) => recorded.has(each));
      return type === undefined ? [] : [[id, nativeTypes.has(type) ? 'service' : 'CloudFormation'] as const];
    }),
  );
}

/** Kinds × sources, and the attributes of each kind. */
export async function kindsPage(): Promise<string> {
  const all: readonly Kind[] = Object.values(kinds);
  const recorded = await recordedKinds();
  const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ');
  const matrix = all.map(({ id, title, traits, names }) => `| [${id}](#${id}) | ${title} | ${traits.join(', ')} | ${quoted([names.cloudformation, ...(names.also ?? [])])} | ${quoted(names.terraform)} | ${recorded.get(id) ?? ''} |`);
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
    'Each is read from CloudFormation, from Terraform where its provider has the resource, from what the service answers, and from AWS Config where that records the type:',
    'in the words of the service or in those of CloudFormation. All tell the same attributes of the same resource.',
    '',
    '| Kind | Title | Traits | CloudFormation | Terraform | AWS Config, in the words of |',
    '|---|---|---|---|---|---|',
    ...matrix,
    '',
    ...details,
  ].join('\n');
}
