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

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** Characters that AWS takes in one managed policy, and in all inline policies of a role; white space is not counted. */
export const policyLimits = { managed: 6_144, inline: 10_240 };

/** The IAM policy that a scan needs: every action of every declared operation, and nothing else. Fits into a role inline. */
export function policy(): Policy {
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

/** The same, in as few parts as managed policies take, none much longer than another. */
export function managedPolicies(whole: Policy = policy(), limit = policyLimits.managed): Policy[] {
  const single = whole.Statement.flatMap((statement) => statement.Action.map((action) => ({ statement, action })));
  for (let count = 1; ; count += 1) {
    const share = Math.ceil(single.length / count);
    const parts = Array.from({ length: count }, (_, at) => partOf(whole, single.slice(at * share, (at + 1) * share)));
    if (parts.every((part) => JSON.stringify(part).length <= limit)) return parts;
    if (share === 1) throw new Error(`a statement is longer than ${limit} characters`);
  }
}

function partOf({ Version }: Policy, single: readonly { readonly statement: Statement; readonly action: string }[]): Policy {
  const groups = Map.groupBy(single, ({ statement }) => statement);
  return { Version, Statement: [...groups].map(([statement, each]) => ({ ...statement, Action: each.map(({ action }) => action) })) };
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
    `partition aws; in others write their name in its ARNs. Attach it to the role inline, where it is within the limit of ${policyLimits.inline.toLocaleString('en')} characters; managed policies take`,
    `${policyLimits.managed.toLocaleString('en')} each, so that the same in managed ones is ${managedPolicies().map((_, at) => `[policy-managed-${at + 1}.json](policy-managed-${at + 1}.json)`).join(' and ')}, to be attached together. What is denied becomes a`,
    'blind spot that names the action; the scan goes on.',
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
