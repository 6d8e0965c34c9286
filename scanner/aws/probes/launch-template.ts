import { detail, probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';

/** The latest version of each: it is what a template declares, while the default one may be years old. */
export const launchTemplate = probe({
  kind: 'launch-template',
  lists: [[ec2, 'DescribeLaunchTemplateVersions']],
  async *list(place) {
    for await (const { LaunchTemplateVersions = [] } of place.pages(ec2, 'DescribeLaunchTemplateVersions', { Versions: ['$Latest'], MaxResults: 200 })) {
      for (const each of LaunchTemplateVersions) {
        const { LaunchTemplateName: name, LaunchTemplateId: id } = each;
        if (name === undefined || id === undefined) continue;
        yield { name, arn: `arn:${place.partition}:ec2:${place.region}:${place.account}:launch-template/${id}`, identities: [id], document: each };
      }
    }
  },
  details: {
    Tags: detail(ec2, 'DescribeLaunchTemplates', {
      input: ({ identities = [] }) => ({ LaunchTemplateIds: [...identities] }),
      take: ({ LaunchTemplates }) => LaunchTemplates?.[0]?.Tags ?? [],
      answers: ['tags'],
    }),
  },
  beyondConfig: ['regionsInUserData'],
});
