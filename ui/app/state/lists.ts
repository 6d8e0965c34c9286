/** Texts in one parameter of an address: each encoded once more, so that a comma in one does not part it. */
export const listText = (values: readonly string[]): string => values.map((value) => value.replace(/[%,]/g, encodeURIComponent)).join(',');

/** The reverse. What nobody encoded is taken as it stands. */
export function listOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((value) => value !== '').map((value) => value.replace(/%(?:25|2C)/gi, decodeURIComponent));
}
