import { tagged } from '../../model/tag-table.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { unknown } from '../verdict.ts';

const repository = (rest = ''): string => yaml`
  Source:
    Type: AWS::CodeCommit::Repository
    Properties: { RepositoryName: shop${rest} }
`;
const types = ['AWS::CodeCommit::Repository', 'AWS::CodeArtifact::Domain', 'AWS::CodeArtifact::Repository'];

export const artifactSourceRepoSingleRegion = rule({
  id: 'artifact-source-repo-single-region',
  title: 'Source or packages are in the home region only',
  on: 'resource',
  types,
  severity: severities('M/H/H/M'),
  why: 'Nothing can be built or released, not even a fix for the event, while the region of the repository is down.',
  fix: 'Mirror pushes to a repository in the target region or with another provider, and give builds there a package domain of their own with the same upstreams. Declare a mirror with the tag mr:counterpart.',
  effect: 'No effect on RPO of data; commits that nobody has cloned are lost with the region. RTO of a fix or a rebuild is as long as the outage.',
  links: ['https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-mirror-repo-pushes.html'],
  examples: {
    gap: [{ home: repository() }],
    ready: [{ home: repository(', Tags: [{ Key: mr:counterpart, Value: Source }]'), target: repository() }],
    unknown: [{ name: 'a repository in both regions: templates cannot say who pushes to it', home: repository(), target: repository() }],
  },

  check(resource, context) {
    const verdict = hasCounterpart(resource, context);
    if (verdict.state !== 'ready' || tagged(resource, 'mr:counterpart') !== undefined) return verdict;
    return unknown(`${resource.name} exists in ${context.intent.target}; whether it is kept in step nobody told us.`, { ask: 'The tag mr:counterpart where it is.' });
  },
});
