/** What a masked value is replaced by. */
const mask = '****';

const keyId = /\b(A(?:KIA|SIA|ROA|IDA|GPA|NPA|NVA|BIA|CCA))[A-Z0-9]{12,124}\b/g;
const userInfo = /(:\/\/)[^\s/"'`@:]{0,256}:[^\s/"'`@]{1,512}@/g;
const privateKey = /(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----)[\s\S]*/g;
const knownToken = /\b(?:eyJ[\w-]{10,4096}(?:\.[\w-]{1,8192}){0,2}|gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{15,255}|xox[abeoprs]-[\w-]{8,255}|sk-[\w-]{16,255}|sk_(?:live|test)_\w{10,255}|AIza[\w-]{30,255}|npm_\w{30,255})/g;
const signature = /(\bX-Amz-(?:Signature|Security-Token|Credential)=)[^\s"'`&]{1,8192}/gi;
/** A name that says secret, then a value that is written out: quoted, or after = without quotes as in env files and shells. */
const secretWord = '(?:passw(?:or)?d|passphrase|pwd|secret|token|api_?-?key|access_?-?key|private_?-?key|credentials?|auth_?key)';
const saysSecret = new RegExp(secretWord, 'i');
const secretName = String.raw`[\w.-]{0,64}${secretWord}[\w.-]{0,64}`;
const quoted = new RegExp(String.raw`(${secretName}["'\x60]?\]?\s{0,8}(?::|=>?|:=)\s{0,8})(["'\x60])([^"'\x60\n]{1,4096})\2`, 'gi');
const bare = new RegExp(String.raw`(${secretName}=)([^\s"'\x60$({][^\s"'\x60&;,)]{2,4096})`, 'gi');
const longToken = /[A-Za-z0-9+/_=-]{32,8192}/g;

/**
 * The text with secret-looking values replaced: access keys, tokens, private keys, signatures, passwords in URLs, values of names that say
 * secret, long random-looking words. It errs on the side of masking. Nothing that comes from scanned text may be stored or shown without it.
 */
export function maskSecrets(text: string): string {
  // Most texts are short words without any of these; what cannot match is not searched for.
  let masked = text;
  if (text.includes('-----BEGIN ')) masked = masked.replace(privateKey, `$1${mask}`);
  if (text.includes('://')) masked = masked.replace(userInfo, `$1${mask}@`);
  if (text.length > 12) masked = masked.replace(keyId, `$1${mask}`).replace(knownToken, mask).replace(signature, `$1${mask}`);
  if (saysSecret.test(text)) {
    masked = masked
      .replace(quoted, (whole, head: string, ...[quote, value]: string[]) => (isPlain(head, value ?? '') ? whole : `${head}${quote}${mask}${quote}`))
      .replace(bare, (whole, head: string, value: string) => (isPlain(head, value) ? whole : `${head}${mask}`));
  }
  return text.length < 32 ? masked : masked.replace(longToken, (token) => (looksRandom(token) ? mask : token));
}

/** A value that stands under a name, masked as a whole if its name or its form says that it is secret. */
export function maskNamed(name: string, value: string): string {
  const written = `${name}: "${value.replace(/["'`\n]/g, ' ')}"`;
  return maskSecrets(written) === written ? value : mask;
}

/** Values that are no secret although the name says so: secretsManagerRegion, tokenUrl, passwordArn; an ARN, a placeholder, a type. */
function isPlain(head: string, value: string): boolean {
  if (/(?:region|zone|arn|name|id|endpoint|ur[il]|host|path|prefix|type|version|manager|service)["'`\]\s:=>]{0,12}$/i.test(head)) return true;
  return /^(?:arn:|\$\{|\{\{|process\.env|string$|true$|false$|null$|undefined$|\/)/.test(value);
}

/** Hexadecimal, or letters of both cases mixed with digits, and no path or sentence of words. */
function looksRandom(token: string): boolean {
  if (/^[0-9a-f]{32,}$/i.test(token) && /\d/.test(token) && /[a-f]/i.test(token)) return true;
  if (!/[a-z]/.test(token) || !/[A-Z]/.test(token) || !/\d/.test(token)) return false;
  const longest = Math.max(...token.split(/[/_=-]/).map(({ length }) => length));
  if (longest < 12) return false;
  const changes = token.match(/(?:[a-z][A-Z0-9]|[0-9][A-Za-z]|[A-Z][0-9])/g)?.length ?? 0;
  return changes >= token.length / 6;
}
