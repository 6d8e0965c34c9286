import { type Judgement, type Readiness, readinessSchema } from '../../model/readiness.ts';
import type { Rule } from '../../rules/rule.ts';
import { ready } from '../../rules/verdict.ts';
import type { FormatContext } from '../../cli/formats/format.ts';
import { plain } from '../../cli/formats/terminal.ts';

export const tinyRule: Rule = {
  id: 'data-tiny',
  title: 'Thing has no copy',
  on: 'resource',
  severity: { 'backup-restore': 'high', 'pilot-light': 'critical', 'warm-standby': 'critical', 'active-active': 'off' },
  why: 'Without a copy it is gone.',
  fix: 'Make a copy.',
  effect: { 'backup-restore': 'RPO is the last backup.', otherwise: 'RPO is everything.' },
  links: ['https://docs.aws.amazon.com/tiny'],
  examples: { gap: [{ home: '  Thing:\n    Type: AWS::S3::Bucket' }], ready: [{ home: 'Thing: {}' }] },
  check: () => ready(),
};

export const codeRule: Rule = { ...tinyRule, id: 'code-tiny', title: 'Region in code', on: 'code', fix: 'Read it from the environment.', severity: 'medium', examples: { gap: [{ ts: "f('us-east-1')" }], ready: [{ ts: 'f(region)' }] } };

export function verdict(given: Partial<Judgement> = {}): Judgement {
  return {
    rule: 'data-tiny', state: 'gap', severity: 'critical', subject: 'arn:aws:s3:::media', title: 'media', service: 'shop', resources: ['arn:aws:s3:::media'],
    message: 'media has no copy in eu-west-1.', targets: ['eu-west-1'], evidence: [], source: { scanner: 'cloudformation', file: 'infra/media.yaml', line: 12 },
    fingerprint: '0'.repeat(32), ...given,
  };
}

export const codeVerdict: Judgement = verdict({
  rule: 'code-tiny', severity: 'medium', subject: 'src/a.ts#region|argument|us-east-1', title: 'src/a.ts:3', resources: [], message: 'us-east-1 is fixed here.', fingerprint: 'c'.repeat(32),
  source: { scanner: 'code', file: 'src/a.ts', line: 3 },
  occurrence: {
    text: 'us-east-1', form: 'region', role: 'argument', regions: ['us-east-1'], language: 'typescript', scope: 'production', file: 'src/a.ts',
    span: { line: 3, column: 24, endLine: 3, endColumn: 33 }, snippet: "const s3 = new S3({ region: 'us-east-1' });",
  },
});

/** One verdict of each state, a baselined gap, a code finding, a blind spot and a note. */
export const tinyReadiness: Readiness = readinessSchema.parse({
  format: 'regionready/readiness',
  version: 1,
  tool: '0.0.0',
  intent: { home: ['us-east-1'], target: 'eu-west-1', strategy: 'warm-standby', today: '2030-01-31' },
  status: 'blocked',
  score: { percent: 33.3, ready: 8, judged: 24 },
  counts: { gap: 3, unknown: 1, exempt: 1, ready: 1 },
  severities: { critical: 1, high: 0, medium: 1, low: 0, info: 0 },
  services: [
    { id: 'pay', basis: 'tag', status: 'ready', counts: { gap: 0, unknown: 0, exempt: 0, ready: 1 }, severities: { critical: 0, high: 0, medium: 0, low: 0, info: 0 }, score: { percent: 100, ready: 8, judged: 8 }, resources: 1, dependsOn: [], wave: 1 },
    { id: 'shop', basis: 'stack', status: 'blocked', counts: { gap: 3, unknown: 1, exempt: 1, ready: 0 }, severities: { critical: 1, high: 0, medium: 1, low: 0, info: 0 }, score: { percent: 0, ready: 0, judged: 16 }, resources: 3, dependsOn: ['pay'], wave: 2 },
  ],
  waves: [[['pay']], [['shop']]],
  rules: [],
  judgements: [
    verdict({ blocking: true }),
    verdict({ title: 'old', subject: 'old', fingerprint: '1'.repeat(32), baselined: true }),
    codeVerdict,
    verdict({ state: 'unknown', title: 'logs', subject: 'logs', message: 'Nobody told us of logs: replication.', ask: 's3:GetReplicationConfiguration', fingerprint: '2'.repeat(32) }),
    verdict({ state: 'exempt', title: 'scratch', subject: 'scratch', message: 'It can be made again.', fingerprint: '3'.repeat(32) }),
    verdict({ state: 'ready', title: 'ledger', subject: 'ledger', service: 'pay', message: 'It is there.', fingerprint: '4'.repeat(32) }),
  ],
  coverage: { resources: 4, judged: 4, outside: 0, byType: { 'AWS::S3::Bucket': 4 }, looked: { 'files:cloudformation': 1 }, edges: 1, dangling: 0 },
  blindSpots: [{ type: 'blind-spot', reason: 'unparsable', asked: 'resources of broken.yaml', message: 'A bracket is missing.', remedy: 'Mend the file.', source: { scanner: 'cloudformation', file: 'broken.yaml', line: 4 } }],
  notes: ['Home was assumed.'],
});

export function formatContext(given: Partial<FormatContext> = {}): FormatContext {
  return { rules: new Map([tinyRule, codeRule].map((rule) => [rule.id, rule])), paint: plain, columns: 80, quiet: false, root: 'file:///work/', input: 'estate.snapshot', ...given };
}

/** Everything that a name from outside could try, in one name. */
export const hostile = 'a\u001b[31mb\u0007\r\nc\u202ed|`x` <img src=x onerror=alert(1)> [l](http://e.vil) @team #1 %0A::error::forged';
