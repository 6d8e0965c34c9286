/** A YAML text without the indentation that it has in the source around it. Values that CloudFormation substitutes are written \${AWS::Region}. */
export function yaml(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const lines = String.raw({ raw: strings }, ...values).split('\n').filter((line, index, all) => line.trim() !== '' || (index > 0 && index < all.length - 1));
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(margin).trimEnd()).join('\n');
}
