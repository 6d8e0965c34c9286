import type { EstateView, ResourceOf } from '../../graph/view.ts';
import { restoreTesting } from '../remedies/restore-testing.ts';
import { rule } from '../rule.ts';
import { ofTypes } from '../support/by-type.ts';
import { copyingPlan } from '../support/copying-plan.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

const vault = yaml`
  Main:
    Type: AWS::Backup::BackupVault
    Properties: { BackupVaultName: main }
`;
const told = (lastRestored: string) => [{ kind: 'backup-vault', name: 'main', region: 'eu-west-1', document: { BackupVaultName: 'main', NumberOfRecoveryPoints: 40, LastRestored: lastRestored } }] as const;
/** A policy of ours: a quarter. */
const days = 90;

export const dataBackupRestoreUnproven = rule({
  id: 'data-backup-restore-unproven',
  title: 'Copied backups were never restored in the target region',
  on: 'estate',
  severity: severities('H/H/M/M'),
  why: 'A restore that nobody tried lacks what it needs there: roles, subnet and option groups, keys, quotas, or the service’s opt-in to AWS Backup. It shows when the restore is for real.',
  fix: 'Give the target region a restore testing plan of AWS Backup, with a validation of what was restored, and note how long restores take. AWS Backup restores type, network and role of EC2 instances in their own region only.',
  effect: {
    otherwise: 'RTO after corruption or deletion is a guess, and RPO holds only if the copies can be restored at all.',
    'backup-restore': 'RTO is a guess, since restoring is the whole recovery and nobody has measured it; what is missing shows then, and RPO is everything if a copy turns out useless.',
  },
  remedy: restoreTesting,
  links: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html',
    'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
  ],
  examples: {
    gap: [
      { name: 'no restore at all', home: copyingPlan, target: vault, described: told('') },
      { name: 'the last one is half a year ago', home: copyingPlan, target: vault, described: told('2026-05-20T09:00:00.000Z') },
    ],
    ready: [
      { name: 'restored last month', home: copyingPlan, target: vault, described: told('2026-10-20T09:00:00.000Z') },
      { name: 'restores are tested', home: copyingPlan, target: `${vault}\n${yaml`
        Tests:
          Type: AWS::Backup::RestoreTestingPlan
          Properties: { RestoreTestingPlanName: weekly, ScheduleExpression: 'cron(0 5 ? * 1 *)', RecoveryPointSelection: { Algorithm: LATEST_WITHIN_WINDOW, IncludeVaults: ['*'], RecoveryPointTypes: [SNAPSHOT] } }
      `}` },
    ],
    unknown: [{ name: 'no template can say what was restored', home: copyingPlan, target: vault }],
  },

  /** Vaults of the target region that a plan copies to. */
  *check(view, { intent: { target, today } }) {
    const tested = ofTypes(view, 'AWS::Backup::RestoreTestingPlan', 'aws_backup_restore_testing_plan').some(({ region }) => region === target);
    for (const vault of copiedTo(view, target)) {
      yield { subject: vault.id, title: vault.name, resources: [vault.id], verdict: tested ? ready(`A restore testing plan in ${target} restores what is in it.`) : proven(vault, today) };
    }
  },
});

function copiedTo(view: EstateView, target: string): ResourceOf<'backup-vault'>[] {
  return view.ofKind('backup-vault').filter((vault) => vault.region === target && view.in(vault.id, 'replicates').length > 0);
}

function proven({ name, region, attributes: { lastRestored, recoveryPoints } }: ResourceOf<'backup-vault'>, today: string): Verdict {
  if (recoveryPoints === 0) return gap(`${name} in ${region} is where backups are copied to, and holds none.`);
  if (lastRestored === undefined) return unknown(`Whether anything was ever restored from ${name} in ${region} nobody told us.`, { ask: 'backup:ListRestoreJobs in the target region, or a restore testing plan there.' });
  if (lastRestored === '') return gap(`Nothing that is told of was ever restored in ${region}, where ${name} holds copied backups.`);
  const age = Math.floor((Date.parse(today) - Date.parse(lastRestored)) / 86_400_000);
  return age <= days ? ready(`Something was restored in ${region} ${age} days ago.`) : gap(`The last restore in ${region}, where ${name} holds copied backups, was ${age} days ago.`);
}
