import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csv } from '../../../cli/formats/csv.ts';
import type { FormatContext, ReportFormat } from '../../../cli/formats/format.ts';
import { github } from '../../../cli/formats/github.ts';
import { html } from '../../../cli/formats/html.ts';
import { junit } from '../../../cli/formats/junit.ts';
import { markdown } from '../../../cli/formats/markdown.ts';
import { sarif } from '../../../cli/formats/sarif.ts';
import { text } from '../../../cli/formats/text.ts';
import type { Readiness } from '../../../model/readiness.ts';
import { checkHtml } from '../../support/html-check.ts';
import { formatContext, tinyReadiness, tinyRule, verdict } from '../../support/tiny-readiness.ts';

const cost = 'RPO is everything.';
const elsewhere = 'RPO is the last backup.';
const readiness: Readiness = {
  ...tinyReadiness,
  rules: [{ id: tinyRule.id, title: tinyRule.title, severity: 'critical', counts: { gap: 3, unknown: 0, exempt: 0, ready: 0 } }],
  judgements: [
    verdict({ title: 'key', subject: 'key', effect: cost, fingerprint: 'a'.repeat(32) }),
    verdict({ effect: cost, before: ['a'.repeat(32)], fingerprint: 'b'.repeat(32) }),
    verdict({ title: 'archive', subject: 'archive', effect: elsewhere, fingerprint: 'c'.repeat(32) }),
  ],
};
const printed = (format: ReportFormat<string | Iterable<string>>, context: FormatContext = formatContext({ columns: 200 })): string => [...format([readiness], context)].join('');

describe('every format of a report', () => {
  for (const [name, format] of Object.entries({ csv, github, junit, markdown, sarif, text })) {
    it(`says what a gap costs while it is open: ${name}`, () => {
      const said = printed(format);
      for (const each of [cost, elsewhere]) assert.ok(said.includes(each), said);
    });
  }

  it('says what comes before a gap', () => {
    assert.match(printed(text), /media {2}[^]*Close first: key \(data-tiny\)\./);
    assert.match(printed(markdown), /\| media \|.*Close first: key \(data-tiny\)\./);
    assert.match(printed(csv), new RegExp(`media.*,${'a'.repeat(32)},`));
    assert.deepEqual((JSON.parse(printed(sarif)) as { runs: { results: { properties: { before?: string[] } }[] }[] }).runs[0]?.results.flatMap(({ properties: { before } }) => before ?? []), ['a'.repeat(32)]);
  });

  it('in HTML gives the rule the cost under the strategy of the report, a gap its own where it differs, and leads to what comes before', () => {
    const page = html(readiness, { rules: [tinyRule] });
    checkHtml(page);
    for (const part of ['<dt>Left open</dt><dd>RPO is everything.</dd>', '<span class="term">Left open</span> RPO is the last backup.', '<span class="term">Close first</span> <a href="#findings?rule=data-tiny&#38;q=key"']) assert.ok(page.includes(part), part);
  });
});
