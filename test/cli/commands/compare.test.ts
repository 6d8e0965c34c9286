import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { comparisonSchema } from '../../../model/comparison.ts';
import { folderWith, runCli, type Ran } from '../../support/io.ts';

const template = `Resources:
  Site: { Type: AWS::AppRunner::Service }
  Orders: { Type: AWS::DynamoDB::Table }
`;

let cwd = '';
before(async () => {
  cwd = await folderWith({ '.git/HEAD': '', 'shop.yaml': template });
});
const compare = (...argv: readonly string[]): Promise<Ran> => runCli(['compare', '--home', 'us-east-1', ...argv], { cwd });

describe('compare', () => {
  it('ranks the given candidates and judges them for every strategy', async () => {
    const { stdout, code } = await compare('--targets', 'eu-south-1,us-west-2', '-f', 'json');
    assert.equal(code, 0);
    const { candidates } = comparisonSchema.parse(JSON.parse(stdout));
    assert.deepEqual(candidates.map(({ region, strategies, disqualified }) => [region, strategies.length, disqualified]), [
      ['us-west-2', 4, []],
      ['eu-south-1', 4, ['AWS App Runner is not offered in eu-south-1; 1 resource uses it.']],
    ]);
  });

  it('takes every open region of the partition where none is given', async () => {
    const { candidates } = comparisonSchema.parse(JSON.parse((await compare('-f', 'json')).stdout));
    assert.ok(candidates.length > 30);
    assert.ok(candidates.every(({ partition, strategies, region }) => partition === 'aws' && strategies.length === 1 && region !== 'us-east-1'));
  });

  it('shows table, reasons and what is not possible', async () => {
    const { stdout } = await compare('-t', 'eu-south-1,us-west-2', '--users', 'DE=60,US=40', '--weight', 'users=9');
    assert.match(stdout, /^us-east-1 → \? Warm standby: 2 candidates, 1 of them possible\n/);
    assert.match(stdout, /1\. us-west-2 US West \(Oregon\): [\d.]+ \(\d+ % known\) points/);
    assert.match(stdout, /Round trip from the users: 9 × 0\.\d\d, about \d+ ms/);
    assert.match(stdout, /Not possible\n {2}eu-south-1: AWS App Runner is not offered/);
  });

  for (const [format, pattern] of [['markdown', /\| 1 \| us-west-2 US West \(Oregon\) \| United States \|/], ['csv', /^rank,region,.*\r\n1,us-west-2,/]] as const) {
    it(`prints ${format}`, async () => assert.match((await compare('-t', 'us-west-2,eu-south-1', '-f', format)).stdout, pattern));
  }

  for (const [argv, message] of [
    [['--users', 'de=1'], /RR103.*no country de\. Did you mean DE\?/],
    [['--users', 'DE'], /RR103.*no pair of a name and a number/],
    [['--weight', 'latencey=2'], /RR103.*no criterion latencey\. Did you mean latency\?/],
    [['-t', 'us-east-1'], /RR103.*home and target at once/],
  ] as const) {
    it(`refuses ${argv.join(' ')}`, async () => {
      const ran = await compare(...argv);
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, message);
    });
  }
});
