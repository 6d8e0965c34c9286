import { z } from 'zod';
import type { Strategy } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import { tagged } from '../../model/tag-table.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { ofTypes } from '../support/by-type.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const options = z.strictObject({ maxDays: z.int().positive().optional().describe('Most days between two rehearsals; by strategy 365, 365, 183 and 92 if not given') });
const daysOf: Readonly<Record<Strategy, number>> = { 'backup-restore': 365, 'pilot-light': 365, 'warm-standby': 183, 'active-active': 92 };

const rehearsed = (day: string): string => yaml`
  Orders:
    Type: AWS::SQS::Queue
    Properties: { Tags: [{ Key: mr:last-drill, Value: '${day}' }] }
`;

export const operationsNoGameday = rule({
  id: 'operations-no-gameday',
  title: 'Recovery has not been rehearsed for too long',
  on: 'estate',
  severity: severities('H/H/H/H'),
  why: 'What was never tried does not work: permissions, quotas, names and the order of steps show their faults on the day itself. Measured times are the only ones that a promise can be made of.',
  fix: 'Every quarter cut the connection between the regions with Fault Injection Service, switch over and back as planned, restore a backup, measure both objectives, and record the day by the tag mr:last-drill.',
  effect: 'RPO and RTO are what is hoped for: nobody has measured them, and each fault that a drill would show adds to them on the day.',
  links: ['https://docs.aws.amazon.com/fis/latest/userguide/cross-region-scenario.html', 'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_planning_for_recovery_dr_tested.html'],
  options,
  examples: {
    gap: [{ home: rehearsed('2025-06-30') }],
    ready: [{ home: rehearsed('2026-10-02') }],
    unknown: [{ name: 'nobody recorded a rehearsal', home: yaml`
      Orders:
        Type: AWS::SQS::Queue
    ` }],
  },

  *check(view, { intent: { strategy, target, today }, options: given }): Iterable<EstateSubject> {
    if (view.estate.resources.size === 0) return;
    const most = options.parse(given).maxDays ?? daysOf[strategy];
    const days = [...view.estate.resources.values()].flatMap(({ tags }) => tagged({ tags }, 'mr:last-drill') ?? []).filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && day <= today).sort(compareText);
    const last = days.at(-1);
    const subject = { subject: `rehearsal:${target}`, title: `rehearsal of ${target}` };
    if (last === undefined) {
      const experiments = ofTypes(view, 'AWS::FIS::ExperimentTemplate').length;
      yield { ...subject, verdict: unknown(`When a recovery in ${target} was last rehearsed nobody told us${experiments === 0 ? '' : `; ${experiments} experiment templates are there for it`}.`, { ask: 'The record of the last rehearsal; give its day by the tag mr:last-drill on any resource.' }) };
      return;
    }
    const ago = Math.round((Date.parse(today) - Date.parse(last)) / 86_400_000);
    yield { ...subject, verdict: ago > most ? gap(`The last rehearsal was on ${last}, ${ago} days ago; the strategy asks for one every ${most}.`) : ready(`The last rehearsal was on ${last}, ${ago} days ago.`) };
  },
});
