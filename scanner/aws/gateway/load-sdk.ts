import { UserError } from '../../../model/errors.ts';

/** Loads a package of the SDK. They are optional: who only reads templates and code need not have them. Throws RR701. */
export async function loadSdk<T>(load: () => Promise<T>, title: string): Promise<T> {
  try {
    return await load();
  } catch (thrown) {
    const { code, message = '' } = thrown as { readonly code?: string; readonly message?: string };
    if (code !== 'ERR_MODULE_NOT_FOUND') throw thrown;
    const missing = /'(@(?:aws-sdk|smithy)\/[\w-]+)'/.exec(message)?.[1] ?? '@aws-sdk';
    throw new UserError('RR701', `${missing} is not installed, which asks AWS for ${title}.`, { cause: thrown });
  }
}
