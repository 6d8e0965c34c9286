import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { planSchema } from '../../../model/plan.ts';
import { folderWith, runCli, type Ran } from '../../support/io.ts';

let cwd = '';
before(async () => {
  cwd = await folderWith({
    '.git/HEAD': '',
    'shop.yaml': "Resources:\n  Ledger: { Type: AWS::DynamoDB::Table, Properties: { TableName: 'led:ger;#|x' } }\n",
    'regionready.config.yaml': 'plan: { start: 2031-03-03, waveDays: 5 }\nservices: { shop: { include: [shop], pause: 1h } }\n',
    'empty/none.txt': 'nothing',
    'bad.yaml': 'services: { shop: { include: [shop], pause: soon } }\n',
  });
});
const plan = (...argv: readonly string[]): Promise<Ran> => runCli(['plan', 'shop.yaml', '--home', 'us-east-1', '-t', 'us-west-2', ...argv], { cwd });

describe('plan', () => {
  it('prints waves, approach and steps', async () => {
    const { stdout, code } = await plan();
    assert.equal(code, 0);
    assert.match(stdout, /^us-east-1 → us-west-2: the target joins, warm standby\n[^]*Foundations {2}2031-03-03 to 2031-03-07[^]*Wave 1 {2}2031-03-08 to 2031-03-12\n {2}shop {2}Planned transition\n/);
  });

  it('prints a runbook, a chart, rows and the document', async () => {
    assert.match((await plan('-f', 'markdown')).stdout, /## shop\n\nWave 1\. \*\*Planned transition\*\*[^]*- \[ \] \*replicate\* Add a replica of/);
    assert.match((await plan('-f', 'mermaid')).stdout, /^gantt\n[^]*section Wave 1\n {2}shop \(planned transition\) :w1s0, 2031-03-08, 2031-03-12\n$/);
    assert.match((await plan('-f', 'csv')).stdout, /^wave,starts,ends,service,phase,summary,resource,blocked by,irreversible\r\n[^]*1,2031-03-08,2031-03-12,shop,replicate,/);
    assert.equal(planSchema.parse(JSON.parse((await plan('-f', 'json')).stdout)).services.length, 1);
  });

  it('refuses what it cannot plan', async () => {
    assert.match((await runCli(['plan', '--home', 'us-east-1', '--no-config-lookup'], { cwd })).stderr, /RR102.*No target region/);
    assert.match((await plan('--config', 'bad.yaml')).stderr, /RR401[^]*pause[^]*Write a duration/);
  });
});
