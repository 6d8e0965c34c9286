/** Every error that the tool tells a user by code. docs/errors.md is printed from this table. */
export const errorTable = {
  RR101: { title: 'Unknown command or option', hint: 'Run `regionready --help` for the commands, or `regionready <command> --help` for its options.' },
  RR102: { title: 'A required option or argument is missing', hint: 'Give it on the command line or in regionready.config.' },
  RR103: { title: 'An option has a value that cannot be used', hint: 'The message names the values that can.' },
  RR201: { title: 'The input does not exist', hint: 'Check the path; it is taken relative to the working directory.' },
  RR202: { title: 'The input cannot be read', hint: 'Check its permissions and that it is a file or folder.' },
  RR203: { title: 'Nothing to read was found in the input', hint: 'Point at templates, Terraform plans (terraform show -json), cdk.out folders, code, or a snapshot.' },
  RR301: { title: 'The snapshot is not a regionready snapshot', hint: 'Write one with `regionready scan … -o estate.snapshot`.' },
  RR302: { title: 'The snapshot was written in another format version', hint: 'Scan again with this version of regionready, or read it with the version that wrote it.' },
  RR303: { title: 'The snapshot is damaged or incomplete', hint: 'A line is invalid or the end is missing: the scan was interrupted or the file was cut. Scan again.' },
  RR304: { title: 'The snapshot exceeds a safety limit', hint: 'If you trust the file, raise the limit with --max-snapshot-bytes.' },
  RR305: { title: 'There is too little memory', hint: 'Give Node.js more: NODE_OPTIONS=--max-old-space-size=16384 (megabytes), or read fewer paths at a time.' },
  RR401: { title: 'The configuration file is invalid', hint: 'docs/config.md describes every key.' },
  RR402: { title: 'The configuration file cannot be loaded', hint: 'Check its syntax; TypeScript configuration must be an ES module with a default export.' },
  RR403: { title: 'Unknown rule', hint: 'Run `regionready rules` for the list.' },
  RR404: { title: 'Unknown region', hint: 'Run `regionready regions` for the list.' },
  RR405: { title: 'Nothing in the estate has this name', hint: 'Give a service, or the id, ARN or name of a resource; `regionready graph --format csv=estate.csv` lists them.' },
  RR406: { title: 'A rule of the configuration is invalid', hint: 'docs/own-rules.md shows a complete one.' },
  RR407: { title: 'A rule of the configuration failed', hint: 'Run `regionready rules test` on its examples, and give it one for this case.' },
  RR501: { title: 'The output cannot be written', hint: 'Check that the folder exists and may be written to.' },
  RR502: { title: 'The PDF cannot be printed', hint: 'Install Chromium, Chrome or Edge, or name one with CHROME_PATH=/path/to/chromium. The HTML report can be printed from any browser too.' },
  RR601: { title: 'The baseline is invalid', hint: 'Write it anew with --update-baseline.' },
  RR701: { title: 'The AWS SDK is not installed', hint: 'Install regionready without --omit=optional: the clients of AWS are its optional dependencies.' },
  RR702: { title: 'AWS cannot be entered', hint: 'Check the credentials with `aws sts get-caller-identity`, the profile, and the trust policy of the role.' },
  RR703: { title: 'There is an interrupted scan', hint: 'Continue it with --resume, or delete its journal to start anew.' },
  RR801: { title: 'The document is none that this command reads', hint: 'Give it what another command wrote with --format json: a readiness of `regionready audit`, or a snapshot of `regionready scan`.' },
  RR901: { title: 'The store cannot be opened', hint: 'Check the folder of --data and its permissions, or the URL of the database and that its server runs.' },
  RR902: { title: 'The server will not listen without authentication', hint: 'Give --token, which makes tokens needed and prints the first one, or listen on 127.0.0.1.' },
  RR903: { title: 'The server did not take the snapshot', hint: 'Check the URL, and that REGIONREADY_TOKEN holds a token with the scope upload.' },
  RR904: { title: 'A scheduled scan cannot be run', hint: 'The message is what the scan said. Mend its definition, or what the process that scans may read.' },
} as const satisfies Readonly<Record<`RR${number}`, { readonly title: string; readonly hint: string }>>;

export type ErrorCode = keyof typeof errorTable;

/** An error that is the input's, not ours: it has a code, says what and where, and is printed without a stack trace. */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(code: ErrorCode, message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'UserError';
    this.code = code;
    this.hint = options.hint ?? errorTable[code].hint;
  }
}

/** The message of whatever was thrown, without the words that JSON.parse quotes from a text: they may be of a secret. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof SyntaxError) return thrown.message.replace(/, (?:\.{3})?".*"(?:\.{3})? is not valid JSON$/s, '');
  return thrown instanceof Error ? thrown.message : String(thrown);
}
