import { detail, probe, type Listed } from '../probe.ts';
import { lambda } from '../services/lambda.ts';

const named = ({ name }: Listed): { FunctionName: string } => ({ FunctionName: name });

export const lambdaFunction = probe({
  kind: 'lambda-function',
  lists: [[lambda, 'ListFunctions']],
  async *list(place) {
    for await (const { Functions = [] } of place.pages(lambda, 'ListFunctions', { MaxItems: 50 })) {
      for (const each of Functions) if (each.FunctionName !== undefined) yield { name: each.FunctionName, arn: each.FunctionArn, document: each };
    }
  },
  details: {
    // Of the answer, the link to the code of a function is never kept, nor asked for where it is no image.
    Code: detail(lambda, 'GetFunction', {
      input: named,
      take: ({ Code }) => ({ ImageUri: Code?.ImageUri }),
      when: ({ document }) => (document as { PackageType?: string }).PackageType === 'Image',
      answers: ['image'],
    }),
    Concurrency: detail(lambda, 'GetFunctionConcurrency', { input: named, take: ({ ReservedConcurrentExecutions }) => ({ ReservedConcurrentExecutions }), answers: ['reservedConcurrency'] }),
    ProvisionedConcurrencyConfigs: detail(lambda, 'ListProvisionedConcurrencyConfigs', {
      input: named,
      take: ({ ProvisionedConcurrencyConfigs }) => ProvisionedConcurrencyConfigs,
      answers: ['provisionedConcurrency'],
    }),
    FunctionEventInvokeConfigs: detail(lambda, 'ListFunctionEventInvokeConfigs', { input: named, take: ({ FunctionEventInvokeConfigs }) => FunctionEventInvokeConfigs, answers: ['destinations'] }),
    FunctionUrlConfigs: detail(lambda, 'ListFunctionUrlConfigs', { input: named, take: ({ FunctionUrlConfigs }) => FunctionUrlConfigs, answers: ['hasUrl'] }),
    Tags: detail(lambda, 'ListTags', { input: ({ arn }) => ({ Resource: arn }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['environmentNames', 'image', 'destinations', 'provisionedConcurrency', 'hasUrl', 'fileSystems', 'snapStart', 'durable', 'capacityProvider', 'logGroup'],
});
