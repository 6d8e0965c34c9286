import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { html } from '../../../cli/formats/html.ts';
import { countsOf, scoreOf, severitiesOf, statusOf } from '../../../rules/score.ts';
import type { Judgement, Readiness } from '../../../model/readiness.ts';
import { checkHtml } from '../../support/html-check.ts';
import { hostileSample } from '../../support/hostile.ts';
import { sampleReadiness } from '../../support/sample-readiness.ts';

const small = sampleReadiness({ services: 9, resources: 200 });
const page = html(small.readiness, small.extras);

/** The same estate with other judgements. */
function judgedAs(judgements: Judgement[], given: Partial<Readiness> = {}): Readiness {
  const counted = { counts: countsOf(judgements), severities: severitiesOf(judgements), score: scoreOf(judgements), status: statusOf(judgements, (given.blindSpots ?? []).length > 0) };
  return { ...small.readiness, blindSpots: [], judgements, ...counted, ...given };
}
const titleOf = (text: string): string => /<h1[^>]*>.*<\/span>([^<]*)<\/h1>/s.exec(text)?.[1] ?? '';
const only = (state: Judgement['state']): Judgement[] => small.readiness.judgements.filter((judgement) => judgement.state === state);

describe('html report', () => {
  it('is well-formed, with its sections in order and every link within it leading somewhere', () => {
    const { elements } = checkHtml(page);
    const ids = new Set(elements.map(({ attributes }) => attributes.get('id')));
    assert.deepEqual(elements.filter(({ tag }) => tag === 'section').map(({ attributes }) => attributes.get('id')), ['verdict', 'services', 'map', 'findings', 'waves', 'coverage', 'appendix']);
    const links = elements.flatMap(({ attributes }) => attributes.get('href') ?? []);
    for (const link of links.filter((href) => href.startsWith('#'))) assert.ok(ids.has(link.slice(1).split('?')[0]), link);
    for (const link of links.filter((href) => !href.startsWith('#'))) assert.match(link, /^https:\/\/docs\.aws\.amazon\.com\//);
    assert.equal(elements.filter(({ tag }) => tag === 'h1').length, 1);
  });

  it('lets nothing be loaded and only its own scripts run', () => {
    const { elements, scripts } = checkHtml(page);
    const policy = elements.find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy')?.attributes.get('content')?.replaceAll('&#39;', "'") ?? '';
    assert.match(policy, /^default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[^']+' 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'$/);
    const runnable = scripts.filter(({ attributes }) => attributes.get('id') !== 'data');
    assert.equal(runnable.length, 2);
    for (const { text } of runnable) assert.ok(policy.includes(`'sha256-${createHash('sha256').update(text).digest('base64')}'`));
    for (const { tag, attributes } of elements) {
      assert.ok(!['img', 'link', 'iframe', 'object', 'base'].includes(tag), tag);
      for (const name of attributes.keys()) assert.doesNotMatch(name, /^(on|src$)/);
    }
  });

  it('gives the same bytes for the same arguments', () => {
    const again = sampleReadiness({ services: 9, resources: 200 });
    assert.equal(html(again.readiness, again.extras), page);
  });

  it('says in words what the status is', () => {
    assert.match(titleOf(page), /^Not ready: \d+ blockers?$/);
    const mild = only('gap').filter(({ severity, blocking }) => severity !== 'critical' && blocking !== true);
    assert.equal(titleOf(html(judgedAs(mild))), `Not ready: ${mild.length} gaps, none of them blocking`);
    assert.equal(titleOf(html(judgedAs(only('ready')))), 'Ready');
    const unknown = html(judgedAs([...only('ready'), ...only('unknown')], { blindSpots: small.readiness.blindSpots }));
    assert.equal(titleOf(unknown), 'Not known: no gap was found, but not everything was seen');
    assert.match(unknown, new RegExp(`Not seen: ${only('unknown').length} verdicts that could not be given and 5 blind spots`));
    assert.equal(titleOf(html(judgedAs([], { services: [], waves: [], rules: [] }))), 'Not known: nothing was judged');
  });

  it('counts a blocking gap as blocker whatever its severity, as the status does', () => {
    const [first] = only('gap');
    assert.ok(first);
    assert.equal(titleOf(html(judgedAs([{ ...first, severity: 'low', blocking: true }]))), 'Not ready: 1 blocker');
  });

  it('shows the sum of the score, and that it adds up', () => {
    const { ready, judged, percent } = small.readiness.score;
    const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
    assert.ok(page.includes(`= ${number(ready)} of ${number(judged)} points.`));
    const rows = [...page.slice(page.indexOf('<caption>The sum')).matchAll(/data-label="Points">([\d,]+) of ([\d,]+)</g)].slice(0, 5);
    const sum = (part: 1 | 2): number => rows.reduce((total, row) => total + Number((row[part] ?? '').replaceAll(',', '')), 0);
    assert.deepEqual([sum(1), sum(2), Math.round((1000 * sum(1)) / sum(2)) / 10], [ready, judged, percent]);
  });

  it('has the answer, the services and the worst findings without scripts', () => {
    const { text } = checkHtml(page);
    for (const { id } of small.readiness.services) assert.ok(text.includes(id), id);
    for (const { rule } of only('gap')) assert.ok(page.includes(`id="rule-${rule}"`), rule);
    const worst = only('gap')[0];
    assert.ok(worst && page.includes(worst.message.replaceAll("'", '&#39;')));
    for (const { remedy } of small.readiness.blindSpots) assert.ok(remedy === undefined || text.includes(remedy.slice(0, 20)), remedy);
  });

  it('is complete without extras, and says what it lacks', () => {
    const bare = html(small.readiness);
    const { elements } = checkHtml(bare);
    assert.ok(!elements.some(({ tag }) => tag === 'dialog'));
    assert.match(bare, /made without the texts of the rules/);
    assert.match(bare, /made without the list of fact tables/);
  });

  it('carries the code that closes gaps', () => {
    const [gap] = small.readiness.judgements.filter(({ state }) => state === 'gap');
    assert.ok(gap);
    const remedy = { title: 'Copy it', forms: [{ name: 'AWS CLI', text: 'aws s3api put-object <hostile> </script>\n' } as const], limits: ['It costs `money`.'] };
    const { text, scripts } = checkHtml(html(small.readiness, { ...small.extras, remedies: { [gap.fingerprint]: [remedy] } }));
    for (const part of [remedy.title, 'AWS CLI', 'aws s3api put-object &#60;hostile&#62; &#60;/script', 'It costs money.', 'regionready remedy']) assert.ok(text.includes(part), part);
    assert.equal(scripts.length, 3);
    assert.ok(!checkHtml(page).elements.some(({ attributes }) => attributes.get('class') === 'words remedy'));
  });

  it('lets nothing hostile out of its place', () => {
    const { readiness, extras } = hostileSample();
    const { elements, scripts, text } = checkHtml(html(readiness, extras));
    assert.equal(scripts.length, 3);
    assert.ok(!elements.some(({ tag, attributes }) => tag === 'img' || [...attributes.keys()].some((name) => name.startsWith('on')) || /^\s*javascript:/i.test(attributes.get('href') ?? '')));
    assert.doesNotMatch(text + (scripts.at(1)?.text ?? ''), /(?![\n\t\u200c\u200d])[\p{Cc}\p{Bidi_C}]/u);
    const packed = scripts.find(({ attributes }) => attributes.get('id') === 'data')?.text ?? '';
    assert.match(packed, /^[\w+/]+=*$/);
    const data = JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString()) as { texts: string[] };
    assert.ok(data.texts.includes('</script><img src=x onerror=pwned()>'));
  });

  it('keeps within 5 MB for 10,000 resources', () => {
    const { readiness, extras } = sampleReadiness({ services: 167, resources: 10_000 });
    assert.ok(readiness.judgements.length > 20_000);
    const bytes = Buffer.byteLength(html(readiness, extras));
    assert.ok(bytes < 5_000_000, `${bytes}`);
  });
});
