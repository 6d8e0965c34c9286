import type { EstateView } from '../../graph/view.ts';
import { parseArn } from '../../model/arn.ts';
import type { Resource } from '../../model/resource.ts';
import { backupCopy } from '../remedies/backup-copy.ts';
import { rule } from '../rule.ts';
import { otherRegions } from '../support/list.ts';
import { placeOf } from '../support/places.ts';
import { regionsOf } from '../../graph/queries/copies.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const planWith = (rest: string): string => yaml`
  Daily:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: daily
        BackupPlanRule: [{ RuleName: daily, TargetBackupVault: main${rest} }]
`;

export const dataBackupNoCopyAction = rule({
  id: 'data-backup-no-copy-action',
  title: 'Backup plan keeps recovery points in the home region only',
  on: 'backup-plan',
  needs: ['copyVaults'],
  severity: severities('C/H/H/H'),
  why: 'Replication also replicates deletion and corruption, so backups are needed in every strategy. Those of this plan are out of reach when the home region is.',
  fix: 'Create a vault with its own key in the target region and add a copy action with its own retention to a rule of the plan; lock the vault or keep it in another account against deletion. A copy of a continuous backup is a snapshot: it has no point-in-time recovery.',
  remedy: backupCopy,
  effect: {
    otherwise: 'With the home region lost there is no way back behind a corruption or deletion that was replicated: RPO for that case is everything. The first copy is a full one and takes its time.',
    'backup-restore': 'RPO is everything: the strategy has nothing to restore from in the target. With copies it is the plan’s interval plus the time of a copy.',
  },
  links: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html'],
  examples: {
    gap: [
      { home: planWith('') },
      { name: 'copies to another region', home: planWith(", CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:eu-central-1:111122223333:backup-vault:main' }]") },
    ],
    ready: [{ home: planWith(", CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:main' }]") }],
    unknown: [
      { name: 'the vault is told at deployment', home: planWith(", CopyActions: [{ DestinationBackupVaultArn: '{{resolve:ssm:/backup/vault}}' }]") },
    ],
  },

  check(plan, { intent, graph }) {
    const { name, attributes } = plan;
    const { target } = intent;
    const vaults = attributes.copyVaults.map((vault) => placeOf(graph, vault, { from: plan, type: 'AWS::Backup::BackupVault' }));
    const there = vaults.filter(({ region }) => region === target);
    const own = attributes.copyVaults.some((vault) => parseArn(vault)?.account === plan.account);
    if (there.some(({ resource }) => resource !== undefined) || (there.length > 0 && !(own && declares(graph, plan)))) return ready();
    const [missing] = there;
    if (missing !== undefined) return unknown(`${name} copies recovery points to ${missing.name} in ${target}, and nothing that was given declares that vault.`, { ask: 'The template that declares the vault, or backup:DescribeBackupVault in the target region.' });
    const untold = vaults.find(({ region }) => region === undefined);
    if (untold !== undefined) return unknown(`${name} copies recovery points to ${untold.name}, whose region nobody told us; it may or may not be ${target}.`);
    return gap(`${name} copies recovery points to ${otherRegions(regionsOf(vaults).filter((region) => region !== plan.region))}, not to ${target}.`);
  },
});

/** Whether what declares vaults was given: the plan's own vault is known. An ARN of the target alone says nothing of whether it is there. */
const declares = (graph: EstateView, plan: Resource): boolean => graph.out(plan.id, 'writes').some(({ to }) => graph.resource(to)?.kind === 'backup-vault');
