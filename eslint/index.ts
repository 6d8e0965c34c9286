import type { ESLint, Linter, Rule as EslintRule } from 'eslint';
import { rules as registry } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { version } from '../cli/version.ts';
import { eslintRuleOf } from './rule-of.ts';

const all = Object.values<Rule>(registry).filter(({ on }) => on === 'code');

/** Every code rule under its own id: regionready/code-region-literal. */
const rules: Record<string, EslintRule.RuleModule> = Object.fromEntries(all.map((rule) => [rule.id, eslintRuleOf(rule, { all, spokesman: 'code-region-literal' })]));

/** What reaches the severity high for a warm standby is an error, the rest a warning. */
function levelOf({ severity }: Rule): 'error' | 'warn' {
  const level = typeof severity === 'string' ? severity : severity['warm-standby'];
  return level === 'critical' || level === 'high' ? 'error' : 'warn';
}

export interface RegionreadyPlugin extends ESLint.Plugin {
  readonly configs: { readonly recommended: Linter.Config };
}

const plugin: ESLint.Plugin = { meta: { name: 'regionready', version }, rules };

const recommended: Linter.Config = {
  name: 'regionready/recommended',
  plugins: { regionready: plugin },
  rules: Object.fromEntries(all.map((rule) => [`regionready/${rule.id}`, levelOf(rule)])),
};

/** For eslint.config.js: `import regionready from 'regionready/eslint'`, then `regionready.configs.recommended`. */
const regionready: RegionreadyPlugin = Object.assign(plugin, { configs: { recommended } });
export default regionready;
