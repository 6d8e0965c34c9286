import type { BlindSpot } from '../../model/blind-spot.ts';
import { compareText } from '../../model/json.ts';
import type { CandidateFile } from './index.ts';

interface Tool {
  readonly title: string;
  /** Files by which one sees that it is used. */
  readonly path: RegExp;
  readonly remedy: string;
  /** What it writes is read where it is among the files: path of one such file. */
  readonly written?: RegExp;
}

const synthesised = 'Give the templates that it writes, or a scan of the account';

/** What deploys to AWS and is not read. Programs are never run to learn what they declare. */
const tools: readonly Tool[] = [
  { title: 'the Serverless Framework as a program', path: /(?:^|\/)serverless\.(?:ts|js|mjs|cjs)$/i, remedy: 'Give what `serverless package` writes to .serverless, or a scan of the account' },
  // Mostly ignored by git, and so not read unless it is named.
  { title: 'the AWS CDK', path: /(?:^|\/)cdk\.json$/, remedy: 'Run `cdk synth` and name the folder that it writes beside the others: regionready audit . cdk.out', written: /(?:^|\/)[^/]+\.template\.json$/ },
  { title: 'CDK for Terraform', path: /(?:^|\/)cdktf\.json$/, remedy: 'Run `cdktf synth` and name the folder that it writes beside the others: regionready audit . cdktf.out', written: /(?:^|\/)cdk\.tf\.json$/ },
  { title: 'Pulumi', path: /(?:^|\/)Pulumi\.ya?ml$/, remedy: 'Give a scan of the account' },
  { title: 'SST', path: /(?:^|\/)sst\.(?:config\.(?:ts|js|mjs)|json)$/, remedy: synthesised },
  { title: 'Terragrunt', path: /(?:^|\/)terragrunt\.hcl$/, remedy: 'Give the output of terraform show -json for its plans' },
  { title: 'AWS Copilot', path: /(?:^|\/)copilot\/(?:[\w.-]+\/){1,2}manifest\.ya?ml$/, remedy: 'Give what `copilot svc package` writes, or a scan of the account' },
  { title: 'Chalice', path: /(?:^|\/)\.chalice\/config\.json$/, remedy: 'Give what `chalice package` writes, or a scan of the account' },
  { title: 'Zappa', path: /(?:^|\/)zappa_settings\.(?:json|ya?ml|toml)$/, remedy: 'Give a scan of the account' },
  { title: 'AWS Amplify', path: /(?:^|\/)amplify\/(?:backend\/backend-config\.json|backend\.ts)$/, remedy: synthesised },
  { title: 'Architect', path: /(?:^|\/)(?:app\.arc|arc\.ya?ml|arc\.json)$/, remedy: 'Give what `arc deploy --dry-run` writes, or a scan of the account' },
];

/** One blind spot for each tool that a repository is deployed with and whose resources are not told. */
export function unreadTools(files: readonly Pick<CandidateFile, 'path'>[]): BlindSpot[] {
  return tools.flatMap(({ title, path, remedy, written }) => {
    const outputs = written === undefined ? [] : files.flatMap((file) => (written.test(file.path) ? [file.path] : []));
    const found = files.flatMap((file) => (path.test(file.path) && !isBelow(file.path, outputs) ? [file.path] : [])).sort(compareText);
    const [first] = found;
    if (first === undefined) return [];
    const which = `${found.slice(0, 3).join(', ')}${found.length > 3 ? ` and ${found.length - 3} more` : ''}`;
    return [{ type: 'blind-spot', reason: 'unsupported', asked: `resources that ${title} deploys`, message: `What ${title} deploys by ${which} is not read; code that only it deploys is not joined with what runs it`, remedy, source: { scanner: 'iac', file: first } }];
  });
}

/** Whether one of the files lies in the folder of the first or below. */
function isBelow(path: string, others: readonly string[]): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return others.some((other) => other.startsWith(folder));
}
