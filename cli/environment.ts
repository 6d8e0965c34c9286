/** Environment variables that change what a command does. Help and docs/cli.md are printed from this. */
export const environment = {
  NO_COLOR: 'No colours, if set to anything',
  FORCE_COLOR: 'Colours even where the output is no terminal; 0 for none',
  REGIONREADY_TODAY: 'Day to judge for, such as 2030-01-31, so that a run can be repeated byte for byte; exemptions expire by it',
  REGIONREADY_TOKEN: 'Token for the server that scan --push hands the snapshot to',
  REGIONREADY_DATABASE_URL: 'PostgreSQL database of serve, as --database-url',
  REGIONREADY_OIDC_SECRET: 'Secret of the client that serve is at the identity provider; none for a public client',
  CHROME_PATH: 'Chromium, Chrome or Edge that prints PDF reports, where it is not found by itself',
  REGIONREADY_DEBUG: '1 for a stack trace with errors that are ours',
} as const satisfies Readonly<Record<string, string>>;
