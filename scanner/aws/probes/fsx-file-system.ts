import { detail, probe } from '../probe.ts';
import { fsx } from '../services/fsx.ts';
import { tagsIn } from '../tags.ts';

export const fsxFileSystem = probe({
  kind: 'fsx-file-system',
  lists: [[fsx, 'DescribeFileSystems']],
  async *list(place) {
    for await (const { FileSystems = [] } of place.pages(fsx, 'DescribeFileSystems', {})) {
      for (const each of FileSystems) {
        const { FileSystemId: name, ResourceARN: arn, DNSName, Tags = [] } = each;
        if (name !== undefined) yield { name, arn, identities: DNSName === undefined ? [] : [DNSName], tags: tagsIn(Tags), document: each };
      }
    }
  },
  details: {
    DataRepositoryAssociations: detail(fsx, 'DescribeDataRepositoryAssociations', {
      input: ({ name }) => ({ Filters: [{ Name: 'file-system-id' as const, Values: [name] }] }),
      take: ({ Associations }) => Associations,
      when: ({ document }) => (document as { readonly FileSystemType?: string }).FileSystemType === 'LUSTRE',
      answers: ['repositories'],
    }),
  },
});
