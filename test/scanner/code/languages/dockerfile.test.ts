import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { occurrencesIn, shown } from '../../../support/occurrences.ts';

/** Source → what is told of it. */
const table: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  instructions: [
    ['# us-east-1\nFROM --platform=linux/amd64 111122223333.dkr.ecr.us-east-1.amazonaws.com/base:1 AS base', ['value endpoint 111122223333.dkr.ecr.us-east-1.amazonaws.com/base:1 name=FROM']],
    ['ARG AWS_REGION=us-east-1', ['default region us-east-1 name=AWS_REGION']],
    ['ENV AWS_REGION us-east-1', ['value region us-east-1 name=AWS_REGION']],
    ['ENV A=b REGION="us-east-1" \\\n    ZONE=us-east-1a', ['value region us-east-1 name=REGION', 'value zone us-east-1a name=ZONE']],
    ['CMD ["serve", "--region", "us-east-1"]', ['argument region us-east-1 name=--region']],
  ],
};

for (const [what, rows] of Object.entries(table)) {
  describe(`dockerfile: ${what}`, () => {
    for (const [source, expected] of rows) it(source, async () => assert.deepEqual((await occurrencesIn(source, 'Dockerfile')).map(shown), expected));
  });
}
