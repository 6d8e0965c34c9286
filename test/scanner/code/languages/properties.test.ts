import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { occurrencesIn, shown } from '../../../support/occurrences.ts';

/** Source → what is told of it. */
const table: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  entries: [
    ['aws.region=us-east-1', ['value region us-east-1 name=aws.region']],
    ['# aws.region=us-east-1\n! us-east-1', []],
    ['queue.url : https://sqs.us-east-1.amazonaws.com/1/q', ['value endpoint sqs.us-east-1.amazonaws.com/1/q name=queue.url']],
    ['region us-east-1', ['value region us-east-1 name=region']],
    ['regions=us-east-1,\\\n  us-west-2', ['element region us-east-1 name=regions list[us-east-1,us-west-2] codes']],
    ['[profile a]\nregion = us-east-1', ['value region us-east-1 name=region']],
    ['aws.region=${AWS_REGION:us-east-1}', ['fallback region us-east-1 name=aws.region']],
  ],
};

for (const [what, rows] of Object.entries(table)) {
  describe(`properties: ${what}`, () => {
    for (const [source, expected] of rows) it(source, async () => assert.deepEqual((await occurrencesIn(source, 'a.properties')).map(shown), expected));
  });
}
