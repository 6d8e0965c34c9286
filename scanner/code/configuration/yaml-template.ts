/** Whether a text holds directives of a template language outside of what YAML allows: Helm, Jinja, ERB. */
export function isTemplated(text: string): boolean {
  return text.includes('<%') || /\{\{[^}]|\{%/.test(text.replace(/\$\{\{/g, '')) && /^\s*(?:\{\{-?\s*(?:if|else|end|range|with|define|include|template|toYaml|\/\*|\$)|\{%)|:\s*\{\{|^[ -]*\{\{|[^"'\s]\{\{/m.test(text.replace(/\$\{\{/g, '$(('));
}

const directive = /\{\{(?:[^{}]|\{[^{}]*\}){0,2000}\}\}|\{%[^%]{0,2000}%\}|\{#[^#]{0,2000}#\}|<%[^%]{0,2000}%>/g;

/**
 * The text with stand-ins of the same length for its directives, so that offsets stay: lines of nothing else become blank, others keep a
 * word where the value will be.
 */
export function masked(text: string): string {
  return text
    .replace(directive, (found) => found.replace(/[^\r\n]/g, '\u0001'))
    .replace(/^[ \t]*\u0001[\u0001 \t]*(?=\r?$)/gm, (line) => ' '.repeat(line.length))
    .replaceAll('\u0001', '_');
}
