import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { withoutMoto } from './moto.ts';

const python = process.env['AWS_CLI_PYTHON'] ?? 'python';
const found = spawnSync(python, ['-c', 'import awscli.clidriver'], { stdio: 'ignore' }).status === 0;
/** Why the CLI of AWS cannot be run against moto here; false where it can, and where it must. */
export const withoutAwsCli = withoutMoto !== false ? withoutMoto : found || process.env['CI'] === 'true' ? false : 'the AWS CLI is not installed beside moto';

export interface AwsCli {
  /** What the call prints, as data where it is JSON. Throws what the CLI says where it refuses the words or AWS the call. */
  run(words: readonly string[]): Promise<unknown>;
  stop(): void;
}

interface Answered {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** The real CLI, which is started once, with its calls sent to an endpoint. Files that calls name are relative to `cwd`. */
export function startAwsCli(endpoint: string, cwd: string = process.cwd()): AwsCli {
  const env = { ...process.env, AWS_DISABLE_HOST_PREFIX_INJECTION: 'true', AWS_ACCESS_KEY_ID: 'admin', AWS_SECRET_ACCESS_KEY: 'admin', AWS_DEFAULT_OUTPUT: 'json', AWS_PAGER: '', AWS_MAX_ATTEMPTS: '1', AWS_DEFAULT_REGION: 'us-east-1', AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' };
  const child = spawn(python, [fileURLToPath(new URL('./aws-cli.py', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'], env, cwd });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(words) {
      // Some calls have endpoints that no variable changes.
      child.stdin.write(`${JSON.stringify([...words, '--endpoint-url', endpoint])}\n`);
      const { value, done } = await answers.next();
      if (done === true) throw new Error('the AWS CLI has ended');
      const { status, out, err } = JSON.parse(value) as Answered;
      if (status !== 0) throw new Error(`aws ${words.join(' ')}: ${err.trim() || out.trim() || status}`);
      try {
        return JSON.parse(out);
      } catch {
        return out;
      }
    },
    stop: () => child.kill(),
  };
}
