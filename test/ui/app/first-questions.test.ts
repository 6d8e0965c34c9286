import assert from 'node:assert/strict';
import { it } from 'node:test';
import { askForPages } from '../../../server/prepared-questions.ts';
import { firstQuestions } from '../../../ui/app/first-questions.ts';
import { pictureQuestion } from '../../../ui/app/graph/state/questions.ts';
import { viewOf } from '../../../ui/app/graph/state/view.ts';
import { searchOf, type Query } from '../../../ui/app/request.ts';

const text = (path: string, query: Query): string => {
  const parameters = new URLSearchParams(searchOf(query));
  parameters.sort();
  return `${path}?${parameters.toString()}`;
};

it('what pages begin with is what the server prepares', async () => {
  for (const wish of [{ home: '', target: '', strategy: '' }, { home: 'eu-west-1', target: 'eu-central-1', strategy: 'pilot-light' }]) {
    const prepared = new Set<string>();
    await askForPages(async (_lane, path, query) => {
      prepared.add(text(path, query));
      return { home: ['eu-west-1'], target: 'eu-central-1', items: [] };
    }, wish);
    const pages = ['overview', 'services', 'findings', 'graph', 'regions', 'plan', 'simulate'];
    const begun = pages.flatMap((page) => firstQuestions({ page, query: { ...wish, ...(page === 'simulate' ? { lose: 'eu-west-1' } : {}) } }));
    assert.deepEqual([...begun.map(([path, query]) => text(path, query)), text('graph/picture', pictureQuestion(viewOf({}), []))].filter((asked) => !prepared.has(asked)), []);
  }
});

it('nothing is asked ahead for a page that shows something else first', () => {
  const paths = (page: string, query: Readonly<Record<string, string>>): readonly string[] => firstQuestions({ page, query }).map(([path]) => path);
  assert.deepEqual([paths('findings', { finding: 'x' }), paths('services', { service: 'x' }), paths('simulate', {}), paths('constructor', {})], [['intent'], ['intent'], ['intent'], ['intent']]);
});
