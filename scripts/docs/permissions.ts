import { compareText } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { Probe } from '../../scanner/aws/probe.ts';
import { probes } from '../../scanner/aws/probes/index.ts';
import type { Service } from '../../scanner/aws/service.ts';
import { services } from '../../scanner/aws/services/index.ts';
import { sources } from '../../scanner/aws/sources/index.ts';

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string;
}

/** The IAM policy that a scan needs: every action of every declared operation, and nothing else. */
export function policy(): { readonly Version: '2012-10-17'; readonly Statement: readonly Statement[] } {
  const byResource = new Map<string, Set<string>>();
  for (const { operations } of services) {
    for (const { actions, only = '*' } of Object.values(operations)) {
      // IAM takes no wildcard for the partition; other partitions write theirs.
      const resource = only.replace(/^arn:\*:/, 'arn:aws:');
      const found = byResource.get(resource) ?? new Set();
      byResource.set(resource, found);
      for (const action of actions) found.add(action);
    }
  }
  const all = byResource.get('*') ?? new Set();
  const statements = [...byResource].sort(([a], [b]) => compareText(a, b)).flatMap(([resource, actions], index): Statement[] => {
    const own = resource === '*' ? [...actions] : [...actions].filter((action) => !all.has(action));
    return own.length === 0 ? [] : [{ Sid: resource === '*' ? 'Read' : `ReadOnly${index}`, Effect: 'Allow', Action: own.sort(compareText), Resource: resource }];
  });
  return { Version: '2012-10-17', Statement: statements };
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function actionsOf(service: Service, operation: string): string {
  return (service.operations[operation]?.actions ?? []).map((action) => `\`${action}\``).join(', ');
}

function probeRows(probe: Probe): string[] {
  const kind = kinds[probe.kind] as Kind;
  const lists = probe.lists.map(([service, operation]) => row([`[${kind.title}](kinds.md#${kind.id})`, actionsOf(service, operation), probe.global === true ? 'once per account' : 'per region', 'that there is one']));
  const details = Object.values(probe.details ?? {}).map(({ service, operation, each, answers }) => {
    const asked = [actionsOf(service, operation), ...(each === undefined ? [] : [actionsOf(each.service, each.operation)])];
    return row(['', asked.join(', '), each === undefined ? 'per resource' : 'per resource and part', answers.map((answer) => `\`${answer}\``).join(', ')]);
  });
  return [...lists, ...details];
}

/** Text of docs/permissions.md. */
export function permissionsPage(): string {
  const count = new Set(services.flatMap(({ operations }) => Object.values(operations).flatMap(({ actions }) => actions))).size;
  return [
    '# Permissions',
    '',
    `\`regionready scan\` asks AWS ${count} actions at most. Every one is a reading call; the program can send no other, because a client refuses what its service does not`,
    'declare. Contents are never read: no objects, items, messages, log events, secret values or decrypted parameters. [policy.json](policy.json) is the whole policy, for the',
    'partition aws; in others write their name in its ARNs. It is too long for a managed policy of its own (6,144 characters): attach it to the role inline, or split it.',
    'What is denied becomes a blind spot that names the action; the scan goes on.',
    '',
    '`sts:AssumeRole` is needed by who enters other accounts with `--role` only, and names roles that begin with `regionready-`: change it to yours.',
    '',
    '## Inventories and offers',
    '',
    row(['Source', 'Actions', 'Why']),
    '|---|---|---|',
    ...sources.map(({ title, why, calls }) => row([title, calls.map(([service, operation]) => actionsOf(service, operation)).join(', '), why])),
    '',
    '## Direct questions',
    '',
    'Asked where no inventory has told what the enabled rules want to know, in regions that are in use, or in every enabled one where no inventory can say which are.',
    '',
    row(['Kind', 'Actions', 'How often', 'Answers']),
    '|---|---|---|---|',
    ...probes.flatMap(probeRows),
    '',
  ].join('\n');
}
