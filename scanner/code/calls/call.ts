import type { SdkOperation } from '../../../model/sdk-operation.ts';

/** A resource that a call of an SDK names. */
export interface SdkCall {
  readonly operation: Pick<SdkOperation, 'service' | 'name' | 'edge'>;
  /** CloudFormation type of the resource. */
  readonly type: string;
  /** Name, ARN or URL, in the words of value.ts. */
  readonly to: string;
  /** Member of the request that names it, for people. */
  readonly parameter: string;
  readonly line: number;
  /** Whether the file shows that it is the SDK's operation; else its name and parameters do. */
  readonly certain: boolean;
  /** Function around it that only other files call; unset where the file calls it itself or there is none. */
  readonly within?: string | undefined;
}

/** Operations whose name is also that of many other things. Only what they are told tells them apart. */
export const documentOperations: Readonly<Record<string, string>> = {
  get: 'GetItem', put: 'PutItem', update: 'UpdateItem', delete: 'DeleteItem', query: 'Query', scan: 'Scan',
  batchget: 'BatchGetItem', batchwrite: 'BatchWriteItem', transactget: 'TransactGetItems', transactwrite: 'TransactWriteItems',
};
