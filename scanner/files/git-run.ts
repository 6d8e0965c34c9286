import { execFile } from 'node:child_process';

/** Hostile repositories can name programs in their configuration; none of these are run by what we ask, and these make sure. */
const hardening = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.untrackedCache=false', 'core.pager=cat', 'core.sshCommand=false', 'protocol.allow=never', 'submodule.recurse=false', 'core.quotePath=false'];
const maxOutput = 1 << 30;
const timeout = 120_000;

export interface GitRun {
  readonly input?: string;
  /** Settings besides the hardening ones. Their names may hold anything. */
  readonly settings?: readonly (readonly [name: string, value: string])[];
}

/** Runs git without a shell, a pager, hooks, prompts or the network. Undefined where it fails or is not installed. */
export function runGit(folder: string, args: readonly string[], { input, settings = [] }: GitRun = {}): Promise<Buffer | undefined> {
  const config = hardening.flatMap((setting) => ['-c', setting]);
  const { PATH, HOME, USERPROFILE, SystemRoot } = process.env;
  const env = { PATH, HOME, USERPROFILE, SystemRoot, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_CEILING_DIRECTORIES: '', GIT_CONFIG_COUNT: String(settings.length) };
  const given = settings.flatMap(([name, value], index) => [[`GIT_CONFIG_KEY_${index}`, name], [`GIT_CONFIG_VALUE_${index}`, value]]);
  return new Promise((done) => {
    const child = execFile('git', [...config, ...args], { cwd: folder, env: { ...env, ...Object.fromEntries(given) }, encoding: 'buffer', maxBuffer: maxOutput, timeout, windowsHide: true }, (error, stdout) => {
      done(error ? undefined : stdout);
    });
    // Git may end before it has read everything; its exit status says so.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

/** Settings under which no filter program of the repository's configuration runs, as `git diff` would to compare files of the work tree. */
export async function withoutFilters(folder: string): Promise<[string, string][]> {
  const names = await runGit(folder, ['config', '--null', '--name-only', '--get-regexp', '^filter\\..*\\.(clean|smudge|process|required)$']);
  const known = names?.toString('utf8').split('\0').filter((name) => name !== '') ?? [];
  return known.map((name) => [name, name.endsWith('.required') ? 'false' : '']);
}
