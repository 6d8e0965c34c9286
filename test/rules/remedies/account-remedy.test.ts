import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rules } from '../../../rules/index.ts';
import { remediesFor } from '../../../rules/remedy-for.ts';
import { regionOptinNotEnabled } from '../../../rules/region/optin-not-enabled.ts';
import type { EstateExample, Rule } from '../../../rules/rule.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { intentOf, judgeExample, viewOfExample } from '../../support/run-example.ts';

it('a gap of an account has one remedy, however many resources the account has', () => {
  const example: EstateExample = {
    home: yaml`
      A:
        Type: AWS::SQS::Queue
      B:
        Type: AWS::SQS::Queue
    `,
    targetRegion: 'ap-southeast-5',
    learned: [{ type: 'offer', region: 'ap-southeast-5', what: 'account:111122223333', available: false, source: { scanner: 'account' } }],
  };
  const context = { view: viewOfExample(example), rules: new Map(Object.entries<Rule>(rules)), intent: intentOf(example) };
  const remedies = judgeExample([regionOptinNotEnabled], example).flatMap((judgement) => remediesFor(judgement, context));
  assert.deepEqual(remedies.map(({ title }) => title), ['Enable ap-southeast-5 for 111122223333']);
});
