/** Where the identity provider sends browsers back to; it has to be told. */
export const callbackPath = '/api/login/callback';
