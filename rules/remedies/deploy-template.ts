import type { MakeRemedy } from '../remedy.ts';
import { homeOf } from './words.ts';

/** The template that declares the subject, deployed to the target as well. For resources that no CloudFormation template declares there is nothing to deploy. */
export const deployTemplate: MakeRemedy = (resource, { intent: { home, target } }) => {
  const { file } = resource.sources.find(({ scanner }) => scanner === 'cloudformation') ?? {};
  const { name, stack } = resource;
  if (file === undefined || stack === undefined) return undefined;
  // A path that begins like an option would be read as one.
  const path = file.startsWith('-') ? `./${file}` : file;
  return {
    title: `Deploy ${file}, which declares ${name}, to ${target}`,
    cli: [{ region: target, words: ['cloudformation', 'deploy', '--template-file', path, '--stack-name', stack, '--capabilities', 'CAPABILITY_NAMED_IAM'], note: 'Or by the pipeline or tool that deploys it at home, with the parameters of the target: it should know both regions' }],
    limits: [
      `What names ${homeOf(resource, home)}, and names that are global, must come from the region or a parameter first (operations-global-name-collision, code-region-literal).`,
      'For a pilot light deploy it with nothing running: desired capacity 0, schedules and event sources disabled.',
    ],
  };
};
