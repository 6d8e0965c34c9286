import { sdkOperations, type SdkOperation } from '../../../model/sdk-operation.ts';
import { serviceOfSdkName } from '../sdk-service.ts';
import { documentOperations } from './call.ts';

/** Methods of SDKs that do what an operation does under another name. */
const aliases: Readonly<Record<string, string>> = {
  upload: 'PutObject', uploadfile: 'PutObject', uploadfileobj: 'PutObject', uploaddirectory: 'PutObject', createpresignedpost: 'PutObject', generatepresignedpost: 'PutObject',
  downloadfile: 'GetObject', downloadfileobj: 'GetObject', download: 'GetObject', downloaddirectory: 'ListObjectsV2', copy: 'CopyObject', invokeasync: 'Invoke', listobjects: 'ListObjects',
  getparameter: 'GetParameter', doesobjectexist: 'HeadObject', doesbucketexistv2: 'HeadBucket', invokefunction: 'Invoke',
};
/** What languages put around the name of an operation: GetItemCommand, GetItemRequest, GetItemInput, GetItemAsync, paginateQuery. */
const around = /^(?:paginate|Paginate)|(?:Command|CommandInput|Request|Input|Async|AsyncRequest|WithContext|Pages|PagesWithContext|Paginator|Pageable|Streaming|StreamAsync)$/g;

const known = new Map<string, readonly SdkOperation[]>();

/** Operations that a word of a program can mean: GetItemCommand, get_item, getItemAsync, upload_file. None for words of common language. */
export function operationsOf(word: string): readonly SdkOperation[] {
  let found = known.get(word);
  if (found === undefined) {
    const letters = word.replaceAll('_', '').toLowerCase();
    const exact = sdkOperations(word);
    const bare = exact.length > 0 ? exact : sdkOperations(word.replace(around, ''));
    found = bare.length > 0 ? bare : Object.hasOwn(aliases, letters) ? sdkOperations(aliases[letters] ?? '') : [];
    known.set(word, found);
  }
  return found;
}

/** The operation of DynamoDB's document client that a method or command is: get, PutCommand. */
export function documentOperation(word: string): readonly SdkOperation[] {
  const letters = word.replace(/Command$/, '').toLowerCase();
  return Object.hasOwn(documentOperations, letters) ? sdkOperations(documentOperations[letters] ?? '').filter(({ service }) => service === 'dynamodb') : [];
}

/** Those of a service that an SDK calls so; all of them where the service is not known. */
export function ofService(operations: readonly SdkOperation[], service: string | undefined): readonly SdkOperation[] {
  const prefix = service === undefined ? undefined : serviceOfSdkName(service);
  return prefix === undefined ? operations : operations.filter((operation) => serviceOfSdkName(operation.service) === prefix);
}

/** Offsets of the words of a text that can be operations. */
export function operationWords(text: string, isOther: (word: string) => boolean = () => false): number[] {
  const offsets: number[] = [];
  for (const match of text.matchAll(/[A-Za-z_][A-Za-z0-9_]{1,80}/g)) if (operationsOf(match[0]).length > 0 || isOther(match[0])) offsets.push(match.index);
  return offsets;
}
