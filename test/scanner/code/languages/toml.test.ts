import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { occurrencesIn, shown } from '../../../support/occurrences.ts';

/** Source → what is told of it. */
const table: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  values: [
    ['region = "us-east-1" # us-west-1', ['value region us-east-1 name=region']],
    ['[deploy.parameters]\nregion = "us-east-1"', ['value region us-east-1 name=region']],
    ['regions = [\n  "us-east-1",\n  "us-west-2",\n]', ['element region us-east-1 name=regions list[us-east-1,us-west-2] codes']],
    [`[[queue]]\narn = 'arn:aws:sqs:us-east-1:111122223333:q'`, ['value arn arn:aws:sqs:us-east-1:111122223333:q name=arn']],
    ['s3 = { region = "us-east-1" }', ['value region us-east-1 name=region']],
    ['[amis]\nus-east-1 = "a"\nus-west-2 = "b"', ['key region us-east-1 name=amis map[us-east-1,us-west-2] data key']],
    ['region = "us-east-1\n', ['assignment region us-east-1 name=region']],
  ],
};

for (const [what, rows] of Object.entries(table)) {
  describe(`toml: ${what}`, () => {
    for (const [source, expected] of rows) it(source, async () => assert.deepEqual((await occurrencesIn(source, 'a.toml')).map(shown), expected));
  });
}
