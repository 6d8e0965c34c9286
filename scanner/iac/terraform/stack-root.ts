import { posix } from 'node:path';

/** Words that name the format and not the deployment. */
const generic = new Set(['plan', 'planned', 'tfplan', 'state', 'tfstate', 'terraform', 'tofu', 'opentofu', 'show', 'out', 'output', 'json', 'backup']);

/**
 * Name of the deployment that a plan or state file tells of: its folder, and what the file's name adds to it. Plan and state of one
 * deployment share it (infra/plan.json and infra/terraform.tfstate: infra), those of several workspaces do not (infra/prod.tfplan.json: infra/prod).
 */
export function stackRoot(path: string): string {
  const words = posix.basename(path).split('.').map((part) => part.split(/[-_]/).filter((word) => !generic.has(word.toLowerCase())).join('-'));
  const own = words.filter((word) => word !== '').join('.');
  const folder = posix.dirname(path);
  if (own === '') return folder;
  return folder === '.' ? own : `${folder}/${own}`;
}
