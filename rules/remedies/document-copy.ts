import type { MakeRemedy } from '../remedy.ts';
import { homeOf, nameLimit } from './words.ts';

/** A copy of the Systems Manager document in the target. */
export const documentCopy: MakeRemedy = (document, { intent: { home, target } }) => {
  const from = homeOf(document, home);
  const file = 'document.json';
  return {
    title: `Copy ${document.name} to ${target}`,
    cli: [
      { region: from, words: ['ssm', 'get-document', '--name', document.name, '--document-format', 'JSON', '--query', 'Content', '--output', 'text'], note: `Keep the output as ${file}` },
      { region: target, words: ['ssm', 'create-document', '--name', document.name, '--document-type', 'Automation', '--content', `file://${file}`], note: 'With the document type that get-document tells' },
    ],
    limits: [...nameLimit(document), 'Regions, ARNs and roles inside of the document are those of home: make them parameters.', 'Better: deploy the template that declares it to the target too.'],
  };
};
