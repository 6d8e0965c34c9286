import { guard } from './guard.ts';

/** Names that tools and services give to what they create in every region by themselves. */
const managed = /^(?:cf-templates-|cdk-[a-z0-9]+-(?:container-)?assets-|(?:CDK|cdk)(?:Toolkit|toolkit)|aws-(?:sam-cli-managed|glue-assets|athena-query-results|cloudtrail-logs)-|elasticbeanstalk-|codepipeline-[a-z]{2,}-|amplify-.+-deployment$)/;

export const managedArtefact = guard({
  id: 'managed-artefact',
  title: 'Made again in every region by the tool that owns it',
  categories: ['data', 'config', 'artifact', 'compute', 'network', 'messaging'],
  reason: ({ name }) =>
    managed.test(name) ? `${name} is made by a deployment tool or service, which makes its own in every region.` : undefined,
});
