// regionready-ignore-file code-region-literal, code-region-branch -- the regions in the configuration that it writes are examples
import { strategies } from '../model/intent.ts';
import { terminalText } from './formats/escape.ts';
import { counted } from './formats/words.ts';

export interface Detected {
  /** Region that most resources name; undefined where none could be told. */
  readonly home: string | undefined;
  /** Templates that do not say where they are deployed. */
  readonly homeless: readonly string[];
  /** Accounts that resources say they are in. */
  readonly accounts?: readonly string[];
  readonly services: readonly { readonly id: string; readonly basis: string; readonly resources: number }[];
}

const mostServices = 20;
const mostTemplates = 3;
const mostAccounts = 8;

/** A commented configuration to start from. */
export function starterConfig({ home, homeless, accounts = [], services }: Detected): string {
  return `${[
    '# What regionready judges this project for. docs/config.md explains every key.',
    '# Lines without a space after the # are settings to take over.',
    '',
    home === undefined ? '# Region that the workload runs in today. Nothing that was read tells it.' : '# Region that the workload runs in today. Most resources name this one.',
    home === undefined ? '#home: us-east-1' : `home: ${home}`,
    '',
    '# Region that must be able to take over or join. A list is judged region by region.',
    `#target: ${home === 'eu-west-1' ? 'eu-central-1' : 'eu-west-1'}`,
    '',
    `# ${strategies.join(' | ')}`,
    'strategy: warm-standby',
    '',
    ...(accounts.length === 0 ? [] : [`# What was read tells of ${counted(accounts.length, 'account')}: ${accounts.slice(0, mostAccounts).join(', ')}${accounts.length > mostAccounts ? ', …' : ''}. Scan them with: regionready scan --accounts ${accounts[0] ?? ''}`, '']),
    ...serviceLines(services),
    ...templateLines(homeless),
    '# Countries that data may be kept in.',
    '#residency: [DE, IE]',
    '',
    '# Gaps that are accepted, with a reason and, if it is to end, a last day.',
    '#exemptions:',
    '#  - rule: data-s3-no-crr',
    '#    subject: build-cache',
    '#    reason: Can be built again',
    '#    until: 2030-01-31',
    '',
    '# Severity by rule: off, critical, high, medium, low, info. `regionready rules` lists them.',
    '#rules:',
    '#  data-s3-no-crr: medium',
    '',
    '# Files that are not to be read, as in .gitignore.',
    '#paths:',
    '#  exclude: [legacy/]',
    '',
    '# Least severity of a gap that gives exit status 1.',
    'failOn: high',
  ].join('\n')}\n`;
}

function serviceLines(services: Detected['services']): string[] {
  const about = '# Services: what is moved together. Resources are assigned by tag, stack or module where nothing is said here.';
  if (services.length === 0) return [about, '#services:', '#  checkout: { tier: 1, rto: 1h, rpo: 5m, include: ["checkout-*"] }', ''];
  const found = services.slice(0, mostServices).map(({ id, basis, resources }) => `#  ${quoted(id)}: { tier: 1, rto: 4h, rpo: 15m }  # ${counted(resources, 'resource')}, by ${basis}`);
  const more = services.length > mostServices ? [`# … and ${services.length - mostServices} more`] : [];
  return [about, '# These were found in the templates:', '#services:', ...found, ...more, ''];
}

function templateLines(homeless: readonly string[]): string[] {
  if (homeless.length === 0) return ['# Where templates are deployed, if not to home.', '#templates:', '#  - path: infra/**', '#    regions: [us-east-1]', ''];
  const named = homeless.slice(0, mostTemplates).flatMap((path) => [`#  - path: ${quoted(path)}`, '#    regions: [us-east-1]', '#    parameters: { Stage: prod }']);
  return [
    `# Where templates are deployed. ${homeless.length === 1 ? 'One does not say it itself and is' : `${homeless.length} do not say it themselves and are`} taken to be deployed to home unless this says otherwise.`,
    '#templates:',
    ...named,
    '',
  ];
}

/** A YAML scalar on one line. */
function quoted(text: string): string {
  return /^[A-Za-z0-9][\w./-]*$/.test(text) ? text : JSON.stringify(terminalText(text));
}
