import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { occurrencesIn, shown } from '../../../support/occurrences.ts';

/** Source → what is told of it. */
const table: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  entries: [
    ['AWS_REGION=us-east-1', ['value region us-east-1 name=AWS_REGION']],
    ['export AWS_REGION="us-east-1" # us-west-1', ['value region us-east-1 name=AWS_REGION']],
    ['# AWS_REGION=us-east-1', []],
    ['QUEUE=https://sqs.us-east-1.amazonaws.com/1/q', ['value endpoint sqs.us-east-1.amazonaws.com/1/q name=QUEUE']],
    ["ZONE='us-east-1a'", ['value zone us-east-1a name=ZONE']],
  ],
};

for (const [what, rows] of Object.entries(table)) {
  describe(`env: ${what}`, () => {
    for (const [source, expected] of rows) it(source, async () => assert.deepEqual((await occurrencesIn(source, '.env')).map(shown), expected));
  });
}
