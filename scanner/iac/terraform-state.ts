import { messageOf } from '../../model/errors.ts';
import type { Fact } from '../../model/fact.ts';
import type { Json } from '../../model/json.ts';
import { iacReader, type IacContext, type IacFile } from './reader.ts';
import { blindSpot, documentFacts, type TerraformDocument } from './terraform/document-facts.ts';
import { member, memberAt } from './terraform/members.ts';
import { parseDocument, startsWithKey } from './terraform/parse-document.ts';
import { shownModules, type Shown } from './terraform/shown-modules.ts';
import { stackRoot } from './terraform/stack-root.ts';
import { stateFileResources } from './terraform/state-file.ts';
import { propertiesOfResource } from './terraform/values.ts';

const id = 'terraform-state';

/** States as `terraform show -json` prints them, and the state file itself (version 4). */
export const terraformState = iacReader({
  id,
  title: 'Terraform state',
  claims: ({ text }) => isShown(text) || isStateFile(text),
  read(file, context) {
    return readState(file, context);
  },
});

const isShown = (text: string): boolean =>
  startsWithKey(text, ['format_version', 'terraform_version', 'checks', 'values']) && text.includes('"root_module"') && text.includes('"format_version"') && !text.includes('"planned_values"');

const isStateFile = (text: string): boolean =>
  startsWithKey(text, ['version', 'terraform_version', 'check_results', 'lineage', 'outputs', 'resources', 'serial', 'modules', 'encrypted_data', 'encryption_version', 'meta']) &&
  ((text.includes('"lineage"') && text.includes('"terraform_version"')) || (text.includes('"encrypted_data"') && text.includes('"encryption_version"')));

const fileVersion = 4;

function* readState(file: IacFile, context: IacContext): Iterable<Fact> {
  const origin = { scanner: id, file: file.path, root: stackRoot(file.path), name: context.rootName?.(stackRoot(file.path)), deployment: context.deployments(file.path)[0] };
  const parsed = parseDocument(file);
  const problem = 'problem' in parsed ? parsed : problemOf(parsed.document);
  if (problem !== undefined || !('document' in parsed)) {
    yield blindSpot(origin, problem?.reason ?? 'unparsable', problem?.problem ?? 'It cannot be read.');
    return;
  }
  try {
    yield* documentFacts(stateDocument(parsed.document), origin);
  } catch (thrown) {
    yield blindSpot(origin, 'unparsable', `The state could not be read to its end: ${messageOf(thrown)}`);
  }
}

function problemOf(state: Json): { readonly reason: 'unsupported'; readonly problem: string } | undefined {
  if (member(state, 'encrypted_data') !== undefined) return { reason: 'unsupported', problem: 'The state is encrypted. Give the output of `tofu show -json` instead.' };
  const version = member(state, 'version');
  if (member(state, 'format_version') !== undefined || version === fileVersion) return undefined;
  const relation = typeof version === 'number' && version > fileVersion ? 'a newer' : 'an older';
  return { reason: 'unsupported', problem: `It was written by ${relation} Terraform: state files of version ${fileVersion} are read, and the output of \`terraform show -json\`.` };
}

function stateDocument(state: Json): TerraformDocument {
  const shown: Shown = member(state, 'format_version') === undefined ? stateFileResources(state) : shownModules(memberAt(state, 'values', 'root_module'));
  return {
    resources: shown.resources,
    malformed: shown.malformed,
    properties: (resource) => propertiesOfResource(resource),
    references: () => [],
    provider: () => ({}),
  };
}
