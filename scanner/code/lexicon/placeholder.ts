/**
 * What stands in a text for a value that is filled in: `${region}` of templates, shells and Terraform, `$region` of Scala and PHP, `{{region}}` of Mustache, `#{region}` of Ruby, `{region}` and
 * `{0}` of format strings, `%s` and `%(region)s`, `<region>`. Front-ends write what a language inserts otherwise as `${…}`.
 */
export const placeholder = String.raw`(?:\{\{[^{}"'\x60\r\n]{0,100}\}\}|[$#]?\{[^{}\s"'\x60]{0,200}\}|\$[A-Za-z_]\w{0,60}(?!\w)|%\([\w.]{1,100}\)s|%[sdvq]|<[\w. -]{1,60}>)`;

const one = new RegExp(placeholder);
const every = new RegExp(placeholder, 'g');

export function hasPlaceholder(text: string): boolean {
  return one.test(text);
}

/** Whether a value that is filled in is called a region. */
export function hasRegionPlaceholder(text: string): boolean {
  return (text.match(every) ?? []).some((found) => /region/i.test(found));
}

export function withoutPlaceholders(text: string): string {
  return text.replace(every, '');
}
