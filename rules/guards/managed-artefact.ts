import { guard } from './guard.ts';

/** Names that tools and services give to what they create in every region by themselves. */
const managed: readonly RegExp[] = [
  /^cf-templates-/, /^cdk-[a-z0-9]+-assets-/, /^cdk-[a-z0-9]+-container-assets-/, /^cdktoolkit/i, /^aws-sam-cli-managed-/, /^elasticbeanstalk-/,
  /^codepipeline-[a-z]{2,}-/, /^aws-glue-assets-/, /^aws-athena-query-results-/, /^amplify-.+-deployment$/, /^aws-cloudtrail-logs-/,
];

export const managedArtefact = guard({
  id: 'managed-artefact',
  title: 'Made again in every region by the tool that owns it',
  categories: ['data', 'config', 'artifact', 'compute', 'network', 'messaging'],
  reason: ({ name }) =>
    managed.some((pattern) => pattern.test(name)) ? `${name} is made by a deployment tool or service, which makes its own in every region.` : undefined,
});
