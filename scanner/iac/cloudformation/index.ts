import type { Fact } from '../../../model/fact.ts';
import { iacReader, type Deployment, type IacContext, type IacFile } from '../reader.ts';
import { isTemplate } from './claims.ts';
import { factsOf } from './facts.ts';
import { openScope } from './open-scope.ts';
import type { Run, Scope } from './scope.ts';
import { stackNameOf } from './stack-names.ts';

export const cloudformation = iacReader({
  id: 'cloudformation',
  title: 'CloudFormation and SAM templates',
  claims: isTemplate,
  *read(file, context) {
    yield { type: 'coverage', what: 'files:cloudformation', count: 1, source: { scanner: 'cloudformation', file: file.path } };
    for (const deployment of context.deployments(file.path)) yield* readFor(deployment, file, context);
  },
});

function* readFor(deployment: Deployment, file: IacFile, context: IacContext): Generator<Fact> {
  const scope = rootScope(deployment, file, context);
  yield* factsOf(scope);
  yield* scope.run.blindSpots.values();
}

/** Nodes that are evaluated at most for one template and deployment: several times what a template of the largest size holds. */
const budget = 2_000_000;
/** Stacks that one template may nest, directly and through others. */
const stacks = 500;

export function rootScope(deployment: Deployment, file: IacFile, context: IacContext): Scope {
  const run: Run = { context, budget, depth: 0, stacks, blindSpots: new Map() };
  const stack = neutralName(deployment.stack ?? stackNameOf(file.path));
  const { parameters = {} } = deployment;
  return openScope({
    run,
    file,
    deployment,
    place: `cloudformation:${stack}/${deployment.region}`,
    stack,
    stackName: stack,
    trail: [file.path],
    given: (name) => (Object.hasOwn(parameters, name) ? neutralName(parameters[name] ?? '') : undefined),
  });
}

const neutralName = (text: string): string => text.replace(/[⟦⟧]/g, '_');
