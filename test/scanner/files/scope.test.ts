import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { languageOfFirstLine, languageOfName } from '../../../scanner/files/language.ts';
import { scopeOfPath, scopeOfText, surroundingsOf, type Surroundings } from '../../../scanner/files/scope.ts';

const plain: Surroundings = { docsFolders: [], samples: false };
const scopeOf = (path: string, around = plain): string => scopeOfPath(path, languageOfName(path), around);

describe('scopeOfPath', () => {
  const table: Readonly<Record<string, readonly string[]>> = {
    production: [
      'src/s3.ts', 'env/testing/main.tf', 'environments/test/main.tf', 'deploy/test-environments/app.yaml', 'terraform/accounts/ephemeral-test/main.tf', 'stacks/env-config.template.js', 'hack/docs/gen/main.go',
      'src/docs/server.ts', 'src/latest/contest.ts', 'src/snapshots/copy.ts', 'package.json', 'lib/attestation.java', 'infra/local.tf', 'Dockerfile', 'website/app.ts', 'scripts/backup.sh', 'variables/integration/common.tfvars', 'src/seed-phrase.ts',
      'terraform/performance-test/main.tf', 'app-smoke-tests/iam.tf', 'terraform/playground/instance.tf', 'ansible/roles/playground/templates/update.sh', 'demo/terraform/main.tf', 'security.tf', 'src/history.py', 'changes.go', 'cloudformation/stubs/parent.yaml', 'infra/test-alerts.tf', 'src/local-store.ts', 'tools/migrate/2021.ts', 'src/migrations/index.ts', 'src/testimonials/a.ts', 'src/events/a.ts', 'notebooks/test_model.ipynb', 'app/latestFiles/a.ts',
    ],
    test: [
      'test/a.ts', 'src/__tests__/a.ts', 'a.test.ts', 'a.spec.tsx', 'pkg/a_test.go', 'tests/test_a.py', 'conftest.py', 'src/test/java/A.java', 'src/main/FooTest.java', 'FooTestCase.java', 'app/fixtures/data.json', 'mocks/a.js',
      'eureka-test-utils/src/main/java/A.java', 'e2e/run.sh', '.github/workflows/e2e-matrix.yaml', 'acceptance/config.ts', 'integration-tests/a.ts', 'deployment/local/prerequisites.ts', '.devcontainer/devcontainer.json', 'a.snap', 'cypress/a.js', 'Button.stories.tsx',
      'packages/app-e2e-tests/src/a.ts', 'src/__e2e__/a.ts', 'tests_terraform/a.tf', 'scripts/seeder/a.ts', 'Form.clienttest.tsx', 'aws_fakes.go', 'tox.ini', '.taskcat.yml', 'integration/data/a.yaml', 'app/src/integration/resources/a.json', 'helm/app/ci/values.yaml', 'packages/dev-environment/a.yaml', '.github/workflows/acceptance-test.yml',
      'plugins/core/tst-resources/a.json', 'core/tstFixtures/a/Regions.kt', 'crates/metrics/benches/cache.rs', 'regression/cases/a/vector.yaml',
      'src/App.Tests/Fixture.cs', 'core-test/src/main/resources/a.yml', 'packages/testing/src/env.ts', 'api/seed-data/items.json', 'src/main/resources/application-localstack.yml', 'config/app.local.yml', 'src/fun/scala/S3.scala', 'lambda/testLambda.py', 'load-tests/run.py', '.nightswatch/functional/helpers/page.py', 'utils/test-setup/src/a.ts', 'adot/utils/soak/soak.py', 'scripts/test-template.sh', 'src/embedder/localRun.ts', 'bin/run-local.sh', 'templates/testall/index.js', 'snapshot_tests/forwarder.yml', 'src/testFixtures/a/template.yaml', 'integration/resources/templates/a.yaml', 'lib/generated_sample_events/a.json', 'packages/amplify-util-mock/src/index.ts', 'order/code/localTest.js', 'cloudmock/aws/mocksqs/api.go', 'app/aws/mocks.py', 'app/settings/local.py', '.run/worker (local).run.xml', 'mock-integrations/lpa/openapi.yml', 'simtest/simdata/a.json', 'regtests/setup.sh', 'runtime/spark-tests/src/action/java/A.java', 'src/stubs/client.ts', 'src/Shop.AppHost/Program.cs', '.jest/environment.js', 'src/moto_shims.ts',
    ],
    docs: ['README.md', 'docs/a.ts', 'CHANGELOG', 'design.rst', 'designs/odcr.md', 'packages/a/docs/b.yaml'],
    example: ['examples/a.ts', '.env.example', '.env.sample', '.env.test.sample', 'config.dist', 'sample-app/index.js', 'config.example.json', 'demo/a.ts', 'examples_legacy/a.ts', 'config/quickstart-s3.properties', 'sampleapps/AppHost/Program.cs', 'samples-java/a.java', '.example-aws-iam-policy.json', '.envrc.chamber.template', 'spark/getting-started/notebooks/a.ipynb', 'Acme.Samples/Program.cs'],
    generated: ['dist/a.js', '.tmp/tmp3/src/app.ts', 'package-lock.json', 'yarn.lock', 'src/a.generated.ts', 'api/a.pb.go', 'pkg/zz_generated.pricing.go', 'a.min.js', 'cdk.out/t.json', '.terraform.lock.hcl', 'src/__generated__/a.ts', 'cdk.context.json', 'terraform.tfstate', 'a.tfstate.backup', 'src.gen/client/endpoints.ts', '.github/workflows/ci.lock.yml', 'codegen-resources/streaming/service-2.json', 'sources/settings-migrations/archived/v0.5.0/a.rs', 'src/migrations/1628016841545-defaults.ts', 'db/migrate/20190101_add.rb', 'db/migration/V1.2__add.sql'],
    vendored: ['node_modules/a/index.js', 'vendor/a.go', 'third_party/a.c', 'resources/js/jquery.dataTables.js', '.venv/lib/a.py', 'layer/python/botocore/data/endpoints.json'],
  };
  for (const [scope, paths] of Object.entries(table)) for (const path of paths) it(`${path} is ${scope}`, () => assert.equal(scopeOf(path), scope));

  it('takes the samples of a collection of samples for applications', () => {
    const samples = surroundingsOf(['examples/a/index.ts', 'examples/b/index.ts', 'tools/x.ts', 'README.md']);
    assert.equal(scopeOf('examples/a/index.ts', samples), 'production');
    const beside = surroundingsOf(Array.from({ length: 8 }, (_, number) => `aws-${number}-examples/serverless.yml`));
    assert.equal(scopeOf('aws-1-examples/serverless.yml', beside), 'production');
    assert.equal(surroundingsOf(['examples/a.ts', 'src/a.ts', 'src/b.ts']).samples, false);
    assert.equal(surroundingsOf(['main.tf', 'variables.tf', 'outputs.tf', ...Array.from({ length: 9 }, (_, number) => `examples/${number}/main.tf`)]).samples, false);
    assert.equal(surroundingsOf(['Cargo.toml', 'src/lib.rs', 'examples/a/app.py', 'examples/b/app.py', 'examples/c/app.py']).samples, false);
  });

  it('knows the folder of a documentation site by its configuration', () => {
    const site = surroundingsOf(['website/hugo.yaml', 'website/content/a.yaml', 'src/a.ts', 'mkdocs.yml']);
    assert.deepEqual(['website/content/a.yaml', 'website/hugo.yaml', 'src/a.ts', 'modules/a.ts'].map((path) => scopeOf(path, site)), ['docs', 'docs', 'production', 'production']);
    const mkdocs = surroundingsOf(['backend/mkdocs.yml', 'backend/docs/a.yaml', 'backend/settings/common.py', 'src/mkdocs/mkdocs.yml', 'src/mkdocs/a.yaml']);
    assert.deepEqual([scopeOf('backend/settings/common.py', mkdocs), scopeOf('src/mkdocs/a.yaml', mkdocs)], ['production', 'docs']);
    const hugo = surroundingsOf(['www/config.toml', 'www/content/a.md', 'www/layouts/a.html', 'app/config.toml', 'app/content/a.ts']);
    assert.deepEqual([scopeOf('www/package.json', hugo), scopeOf('app/package.json', hugo)], ['docs', 'production']);
  });
});

describe('scopeOfText', () => {
  for (const text of ['// Code generated by stringer. DO NOT EDIT.', '/* @generated */', '# This file was automatically generated', '// DO NOT EDIT: generated by x', '// Autogenerated']) {
    it(text, () => assert.equal(scopeOfText('production', 'a.go', `${text}\npackage a`), 'generated'));
  }
  it('knows libraries by what their publisher has put above them', () => {
    assert.equal(scopeOfText('production', 'a.js', '/*!\n * some_editor v2.4.2 (https://example.org)\n * License https://example.org/terms\n */\n(function () {})();'), 'vendored');
    for (const text of ['/* Copyright 2024 us */\nrun();', '/**\n * Version 1.2 of the importer.\n */\nimport x from "y";']) assert.equal(scopeOfText('production', 'a.js', text), 'production', text);
  });
  it('is not misled by programs that speak of generating', () => {
    for (const text of ["const generated = 'x'; // edit me", 'export function generate() {}', '// generated regions are cached', '# two halves; do not edit the generated copy)']) assert.equal(scopeOfText('production', 'a.ts', text), 'production', text);
  });
  it('knows what other scanners read: plans, states, snapshots and templates of the CDK', () => {
    for (const text of ['{"format_version":"1.2","terraform_version":"1.9.0"', '{\n  "version": 4,\n  "terraform_version": "1.9.0"', '{"format":"regionready/snapshot"', '{ "Metadata": { "aws:cdk:path": "a/b" } }']) assert.equal(scopeOfText('production', 'a.json', text), 'generated', text);
    assert.equal(scopeOfText('production', 'a.json', '{ "version": 4, "region": "us-east-1" }'), 'production');
  });
  it('knows events that functions are tried out with', () => {
    assert.equal(scopeOfText('production', 'a.json', '{ "Records": [{ "eventSource": "aws:sqs", "awsRegion": "us-east-1" }] }'), 'test');
    assert.equal(scopeOfText('production', 'events/a.json', '{ "source": "aws.ec2", "region": "us-east-1" }'), 'test');
    assert.equal(scopeOfText('production', 'rules/a.json', '{ "source": ["aws.ec2"], "detail-type": ["x"], "region": ["us-east-1"] }'), 'production');
  });
  it('takes workflows that sign in to an account for pipelines, whatever they are called', () => {
    const signsIn = 'uses: aws-actions/configure-aws-credentials@v4';
    assert.equal(scopeOfText('test', '.github/workflows/test.yml', signsIn), 'production');
    assert.equal(scopeOfText('test', '.github/workflows/test.yml', 'run: npm test'), 'test');
    for (const name of ['e2e-test', 'smoke-test', 'terraform-test']) assert.equal(scopeOfText('test', `.github/workflows/${name}.yml`, signsIn), 'test');
    assert.equal(scopeOfText('test', 'test/workflow.yml', signsIn), 'test');
  });
  it('takes compose files of local stand-ins for local development', () => {
    assert.equal(scopeOfText('production', 'docker-compose.yml', 'image: localstack/localstack'), 'test');
    assert.equal(scopeOfText('production', 'docker-compose.yml', 'image: app'), 'production');
    assert.equal(scopeOfText('production', 'bin/setup.sh', 'export AWS_ENDPOINT_URL=${ENDPOINT:-http://s3.local:9000}\n'), 'test');
    assert.equal(scopeOfText('production', 'bin/setup.sh', 'export AWS_ENDPOINT_URL=https://vpce-1.sqs.us-east-1.vpce.amazonaws.com\n'), 'production');
  });
});

describe('scopeOfText of programs', () => {
  const tests: Readonly<Record<string, string>> = {
    'a/helpers.ts': "import { vi } from 'vitest';", 'a/setup.js': "const sinon = require('sinon');", 'a/helpers.py': 'import os\nimport pytest', 'b/fake.py': 'from moto import mock_aws', 'pkg/util/env.go': 'package util\n\nimport (\n\t"os"\n\t"testing"\n)',
    'src/main/java/Base.java': 'package a;\nimport org.junit.jupiter.api.Test;', 'src/Base.kt': 'import io.kotest.core.spec.style.FunSpec', 'Base.cs': 'using System;\nusing Xunit;', 'lib/helper.rb': "require 'rspec'", 'src/Base.php': '<?php\nuse PHPUnit\\Framework\\TestCase;',
  };
  for (const [path, text] of Object.entries(tests)) it(`${path} is a test by what it imports`, () => assert.equal(scopeOfText('production', path, text), 'test'));
  it('is not misled by names that look alike', () => {
    for (const [path, text] of [['a.py', 'import unittestable'], ['b.py', 'from unittest.mock import patch'], ['a.ts', "import { expect } from './chai-like';"], ['a.go', 'package a\n\n// "testing" of servers\nimport "testing/iotest2"'], ['a.cs', 'using Moquette;']] as const) assert.equal(scopeOfText('production', path, text), 'production', text);
  });
});

describe('language', () => {
  it('is told by extension, name and first line', () => {
    const names: Readonly<Record<string, string | undefined>> = {
      'a.ts': 'typescript', 'a.mjs': 'javascript', 'A.TSX': 'typescript', 'Dockerfile': 'dockerfile', 'Dockerfile.prod': 'dockerfile', '.env.local': 'env', 'Makefile': 'makefile', 'a.json.tpl': 'json', 'a.tpl': 'html', 'x.png': undefined, 'prod.s3.tfbackend': 'terraform', 'template.json.vpt': 'json', 'Jenkinsfile.release': 'groovy', 'mail.vm': 'html', 'Jenkinsfile': 'groovy', '.gitignore': undefined,
    };
    for (const [name, language] of Object.entries(names)) assert.equal(languageOfName(`dir/${name}`), language, name);
    for (const [line, language] of [['#!/usr/bin/env node\n', 'javascript'], ['# profiles\n\n[profile audit]\nregion = us-east-1', 'properties'], ['[section]\na = b', undefined], ['{\n    "us-east-1": {', 'json'], ['{ let a; }', undefined], ['#!/bin/bash -e\n', 'shell'], ['#!/usr/bin/env -S python3.12 -u\n', 'python'], ['#!/opt/x\n', undefined], ['const a', undefined]] as const) assert.equal(languageOfFirstLine(line), language, line);
  });
});
