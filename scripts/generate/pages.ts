import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { rulePage } from '../../cli/formats/rule-page.ts';
import { remedySections } from '../../cli/formats/rule-remedy.ts';
import { cliPage } from '../docs/cli-page.ts';
import { configPage } from '../docs/config-page.ts';
import { dataPage } from '../docs/data-page.ts';
import { errorsPage } from '../docs/errors-page.ts';
import { kindsPage } from '../docs/kinds-page.ts';
import { managedPolicies, permissionsPage, policy } from '../docs/permissions.ts';
import { rulesPage } from '../docs/rules-page.ts';
import { schemas } from '../docs/schemas.ts';
import { sourcesPage } from '../docs/sources-page.ts';
import { tagsPage } from '../docs/tags-page.ts';

/** Every generated page by its path. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  const all: readonly Rule[] = Object.values(rules);
  return new Map([
    ...all.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule, remedySections(rule))] as const),
    ['docs/rules/README.md', rulesPage(all)],
    ['docs/rules/sources.md', await sourcesPage(all)],
    ['docs/tags.md', tagsPage()],
    ['docs/kinds.md', await kindsPage()],
    ['docs/cli.md', await cliPage()],
    ['docs/config.md', configPage()],
    ['docs/data.md', dataPage()],
    ['docs/errors.md', errorsPage()],
    ['docs/permissions.md', permissionsPage()],
    ['docs/policy.json', `${JSON.stringify(policy(), null, 2)}\n`],
    ...managedPolicies().map((part, at) => [`docs/policy-managed-${at + 1}.json`, `${JSON.stringify(part, null, 2)}\n`] as const),
    ...schemas().map(({ name, schema }) => [`docs/schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`] as const),
  ]);
}
