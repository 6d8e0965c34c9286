import { peers } from '../../graph/queries/peer.ts';
import { featureAvailability } from '../../model/feature.ts';
import { directoryRegion } from '../remedies/directory-region.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const directory = (edition = 'Enterprise'): string => yaml`
  Corp:
    Type: AWS::DirectoryService::MicrosoftAD
    Properties: { Name: corp.example.com, Edition: ${edition}, Password: '{{resolve:secretsmanager:ad}}', VpcSettings: { VpcId: vpc-1, SubnetIds: [subnet-1, subnet-2] } }
`;
const arn = 'arn:aws:ds:us-east-1:111122223333:directory/d-1234567890';
const described = (...AdditionalRegions: readonly string[]) => ({ kind: 'directory' as const, name: 'corp.example.com', arn, document: { Type: 'MicrosoftAD', Edition: 'Enterprise', RegionsInfo: { PrimaryRegion: 'us-east-1', AdditionalRegions } } });
const nothing = yaml`
  Orders:
    Type: AWS::SQS::Queue
`;

export const identityDirectorySingleRegion = rule({
  id: 'identity-directory-single-region',
  title: 'Directory is in the home region only',
  on: 'directory',
  needs: [],
  severity: severities('M/H/C/C'),
  why: 'Desktops, Windows file systems and SQL Server sign in by the directory. Without a domain controller in the target nobody can, and what joins the domain there waits for the home region.',
  fix: 'Replicate a managed Microsoft AD of the Enterprise edition to the target region, into a VPC that reaches home; for other editions and types set up a second directory with a trust. Prepare standby WorkSpaces where desktops must be there too.',
  effect: 'RPO is all users, computers and group policies that no other directory has. RTO of whatever joins or signs in by the domain is as long as the outage, or a new directory with everything joined again.',
  links: ['https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_configure_multi_region_replication.html'],
  remedy: directoryRegion,
  examples: {
    gap: [
      { home: nothing, described: [described()] },
      { name: 'an edition that stays in its region', home: directory('Standard') },
    ],
    ready: [{ home: nothing, described: [described('eu-west-1')] }],
    unknown: [{ name: 'a template cannot say', home: directory() }],
  },

  check(directory, { intent: { target }, graph }) {
    const { name, region, attributes: { type, edition, replicaRegions } } = directory;
    if (type === 'ADConnector') return undefined;
    if (replicaRegions?.includes(target) === true) return ready();
    const [peer] = peers(graph, directory, target);
    if (peer?.basis === 'declared') return ready(`${name} is declared to have the counterpart ${peer.resource.name} in ${target}.`);
    if ((type !== undefined && type !== 'MicrosoftAD') || edition === 'Standard') return gap(`${name} is ${edition === 'Standard' ? 'of the Standard edition' : `a ${type}`}, which cannot be replicated to ${target}.`, { blocking: true });
    if (region !== undefined && featureAvailability('directory-multi-region', region, target).state === 'unavailable') return gap(`${name} cannot be replicated from ${region} to ${target}: Directory Service does not replicate between these regions.`, { blocking: true });
    return replicaRegions === undefined ? unknown(`Nobody told us which regions ${name} is replicated to.`, { ask: 'ds:DescribeDirectories (RegionsInfo); a scan asks it.' }) : gap(`${name} has no domain controllers in ${target}.`);
  },
});
