import { detail, probe } from '../probe.ts';
import { directoryService } from '../services/directory-service.ts';

export const directory = probe({
  kind: 'directory',
  lists: [[directoryService, 'DescribeDirectories']],
  async *list(place) {
    for await (const { DirectoryDescriptions = [] } of place.pages(directoryService, 'DescribeDirectories', {})) {
      for (const each of DirectoryDescriptions) {
        const { DirectoryId: id, Name: name, RegionsInfo } = each;
        // A replicated directory is told of in each of its regions; it belongs to its primary one.
        if (id === undefined || name === undefined || (RegionsInfo?.PrimaryRegion ?? place.region) !== place.region) continue;
        yield { name, arn: `arn:${place.partition}:ds:${place.region}:${place.account}:directory/${id}`, identities: [id], document: each };
      }
    }
  },
  details: {
    Tags: detail(directoryService, 'ListTagsForResource', { input: ({ identities: [ResourceId] = [] }) => ({ ResourceId }), take: ({ Tags }) => Tags ?? [], answers: ['tags'] }),
  },
});
