import { shellText } from '../../../rules/remedies/print/shell.ts';
import { terminalText } from '../escape.ts';
import type { RemedyFormat } from './index.ts';

/** Read before run: the calls change the account. */
export const remedyCli: RemedyFormat = (remedies) =>
  `${['#!/bin/sh', 'set -eu', ...remedies.flatMap(({ judgement, remedy: { title, cli = [], limits = [] } }) => (cli.length === 0 ? [] : ['', `# ${terminalText(title)} (${judgement.rule})`, ...limits.map((limit) => `# ${terminalText(limit)}`), shellText(cli)]))].join('\n')}\n`;
