import { errorTable } from '../../model/errors.ts';

export function errorsPage(): string {
  const rows = Object.entries(errorTable).map(([code, { title, hint }]) => `| ${code} | ${title} | ${hint} |`);
  return [
    '# Errors',
    '',
    'Each ends the command with exit status 2 and says what was wrong and where. Problems with single files do not: they become blind spots of the report.',
    '',
    '| Code | What it means | What to do |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
