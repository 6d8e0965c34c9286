import { z } from 'zod';
import { severities, strategies } from '../../model/intent.ts';
import { effectOf } from '../../rules/effect.ts';
import { categories, categoryOf, type Category, type Rule } from '../../rules/rule.ts';
import { severityOf } from '../../rules/settings.ts';
import { UserError } from '../../model/errors.ts';
import { pageOf } from '../api.ts';
import { pageFrom, pageQuery } from '../params.ts';
import { problems } from '../problem.ts';
import type { Route } from './route.ts';

const categoryIds = Object.keys(categories) as [Category, ...Category[]];
const ruleSchema = z.strictObject({
  id: z.string(),
  category: z.enum(categoryIds),
  title: z.string(),
  severity: z.record(z.enum(strategies), z.enum(['off', ...severities])).describe('Severity of a gap by strategy, as this server is configured'),
  why: z.string(),
  fix: z.string(),
  effect: z.record(z.enum(strategies), z.string()).describe('What it costs to leave a gap open, by strategy'),
  links: z.array(z.string()),
});

export const rules: Route = ({ rules: registry, rulePage, config }) => async (app) => {
  const told = (rule: Rule): z.infer<typeof ruleSchema> => {
    const { id, title, why, fix, links } = rule;
    const severity = Object.fromEntries(strategies.map((strategy) => [strategy, severityOf(rule, strategy, config.rules ?? {})])) as z.infer<typeof ruleSchema>['severity'];
    const effect = Object.fromEntries(strategies.map((strategy) => [strategy, effectOf(rule, strategy)])) as z.infer<typeof ruleSchema>['effect'];
    return { id, category: categoryOf(id), title, severity, why, fix, effect, links: [...links] };
  };

  app.get('/api/rules', {
    config: { needs: 'read' },
    schema: { summary: 'Rules', tags: ['reference'], querystring: z.strictObject({ category: z.enum(categoryIds).optional(), ...pageQuery }), response: { 200: pageOf(ruleSchema), ...problems } },
  }, async ({ query }) => {
    const { items, ...page } = pageFrom([...registry.values()].filter(({ id }) => query.category === undefined || categoryOf(id) === query.category), query);
    return { ...page, items: items.map(told) };
  });

  app.get('/api/rules/:rule', {
    config: { needs: 'read' },
    schema: { summary: 'A rule and its page', tags: ['reference'], params: z.strictObject({ rule: z.string().max(200) }), response: { 200: ruleSchema.extend({ page: z.string().describe('Markdown') }), ...problems } },
  }, async ({ params }) => {
    const rule = registry.get(params.rule);
    if (rule === undefined) throw new UserError('RR403', `There is no rule ${params.rule}.`, { hint: 'The list of rules has their ids.' });
    return { ...told(rule), page: rulePage(rule) };
  });
};
