import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { simulationSchema } from '../../../model/simulation.ts';
import { folderWith, runCli, type Ran } from '../../support/io.ts';

let cwd = '';
before(async () => {
  cwd = await folderWith({
    '.git/HEAD': '',
    'shop.yaml': 'Resources:\n  Ledger: { Type: AWS::DynamoDB::Table, Properties: { TableName: ledger } }\n',
    'src/app.ts': "new DynamoDBClient({ region: 'us-east-1' });\n",
  });
});
const simulate = (...argv: readonly string[]): Promise<Ran> => runCli(['simulate', '--home', 'us-east-1', ...argv], { cwd });

describe('simulate', () => {
  it('tells what a lost region takes with it, code that goes on calling it included', async () => {
    const { stdout, code } = await simulate('--lose', 'us-east-1', '-t', 'us-west-2');
    assert.equal(code, 0);
    assert.match(stdout, /^Without us-east-1 \(US East \(N\. Virginia\)\)\n[^]*✖ shop {2}stops[^]*the data of ledger has no copy[^]*Still points at what is lost\n[^]*src\/app\.ts:1/);
  });

  it('fails where a claim does not hold', async () => {
    const claim = '"shop survives us-east-1"'.replaceAll('"', '');
    const failed = await simulate('--assert', claim);
    assert.equal(failed.code, 1);
    assert.match(failed.stdout, /✖ shop survives us-east-1\n {6}shop: it stops: the data of ledger has no copy/);
    assert.equal((await simulate('--assert', 'shop survives eu-west-1')).code, 0);
    assert.match((await simulate('--assert', claim, '-f', 'junit')).stdout, /tests="1" failures="1"[^]*<failure message="shop: it stops/);
  });

  it('loses each region in turn, and several at once', async () => {
    assert.match((await simulate('--matrix', '--lose', 'eu-west-1')).stdout, /Service {2}eu-west-1 +us-east-1\n/);
    const { simulations } = JSON.parse((await simulate('--lose', 'us-east-1,control-plane:iam', '-f', 'json')).stdout) as { simulations: unknown[] };
    assert.deepEqual(simulations.map((each) => simulationSchema.parse(each).lost.length), [2]);
    assert.match((await simulate('--lose', 'us-east-1', '-f', 'markdown')).stdout, /\| shop \| ✖ stops \| no end in sight \| everything \|/);
  });

  for (const [argv, message] of [
    [[], /RR102.*What is to be lost was not given/],
    [['--lose', 'the-moon'], /RR103.*nothing that can be lost/],
    [['--assert', 'shop is fine'], /RR103.*is no claim/],
  ] as const) {
    it(`refuses ${argv.join(' ') || 'nothing'}`, async () => {
      const ran = await simulate(...argv);
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, message);
    });
  }
});
