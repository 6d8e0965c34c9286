import type { IamAction } from '../scanner.ts';

/** One operation of an AWS API that the scanner may send. Nothing that is not declared can be. */
export interface Operation {
  /** IAM actions that AWS asks of the caller; the first is the one that a denial is reported under. */
  readonly actions: readonly [IamAction, ...IamAction[]];
  /** ARN that the policy narrows the actions to, where the scanner asks for nothing else: arn:*:ssm:*::parameter/aws/service/*. */
  readonly only?: string;
  /** Members that carry the page token in input and output, for operations that page; dotted where the token lies deeper. */
  readonly page?: { readonly ask: string; readonly next: string };
}

/** The members of an SDK client package that the gateway uses: a client, and a Command for each operation. */
type Command = new (input: never) => object;
export type OperationName<M> = { [Name in keyof M & string]: Name extends `${infer Operation}Command` ? (M[Name] extends Command ? Operation : never) : never }[keyof M & string];

/** One AWS API as the scanner uses it. One file per service; the gateway is the only caller of its SDK client. */
export interface Service {
  /** Service id as in IAM actions and endpoints: dynamodb, elasticache. */
  readonly id: string;
  readonly title: string;
  /** Loaded when the first call is made: most scans need few of the clients. */
  readonly sdk: () => Promise<unknown>;
  /** Name of the client class in the package. */
  readonly client: string;
  /** Calls per second that the scanner allows itself per account and region, where AWS documents a limit or experience gives one. */
  readonly rate: number;
  /** Services with one endpoint for the partition are asked there once per account. */
  readonly global?: true;
  /** Region of that endpoint, where it is not the partition's first one: us-west-2 for Global Accelerator. */
  readonly home?: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

export interface ServiceOf<M, O extends string> extends Service {
  readonly sdk: () => Promise<M>;
  readonly client: keyof M & `${string}Client`;
  readonly operations: Readonly<Record<O, Operation>>;
}

/** Ties the operations to the Commands of the SDK package, so that a mistyped one does not compile. */
export const service = <M, const O extends OperationName<M>>(definition: ServiceOf<M, O>): ServiceOf<M, O> => definition;

type CommandOf<S extends Service, O extends string> = S extends { readonly sdk: () => Promise<infer M> } ? M[`${O}Command` & keyof M] : never;

export type OperationsOf<S extends Service> = keyof S['operations'] & string;
export type InputOf<S extends Service, O extends string> = CommandOf<S, O> extends new (...input: infer A) => object ? (A extends readonly [infer I] ? I : never) : never;
export type OutputOf<S extends Service, O extends string> =
  CommandOf<S, O> extends new (input: never) => { resolveMiddleware(stack: never, configuration: never, options: never): (input: never) => Promise<{ output: infer R }> } ? R : never;
