import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stackRoot } from '../../../../scanner/iac/terraform/stack-root.ts';

test('plan and state of a folder share their name; workspaces do not', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['examples/shop/infra/plan.json', 'examples/shop/infra'],
    ['infra/terraform.tfstate', 'infra'],
    ['infra/terraform-plan.json', 'infra'],
    ['infra/prod.tfplan.json', 'infra/prod'],
    ['infra/prod-eu-west-1.tfstate', 'infra/prod-eu-west-1'],
    ['infra/terraform.tfstate.d/prod/terraform.tfstate', 'infra/terraform.tfstate.d/prod'],
    ['plan.json', '.'],
    ['staging.tfstate', 'staging'],
  ];
  for (const [path, root] of cases) assert.equal(stackRoot(path), root, path);
});
