/**
 * Unpacks the parts of a report and starts it. Its text stands in the report as it is, so it calls nothing but the browser. The policy of
 * the page names it and the code that it unpacks by their hashes: nothing else runs.
 */
export async function load(): Promise<void> {
  const unpack = async (id: string): Promise<string> => {
    const text = atob(document.getElementById(id)?.textContent ?? '');
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
  };
  try {
    const [style, code, data] = await Promise.all([unpack('style'), unpack('code'), unpack('data')]);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style ?? '');
    document.adoptedStyleSheets = [sheet];
    (window as { regionreadyData?: string | undefined }).regionreadyData = data;
    const script = document.createElement('script');
    script.textContent = code ?? '';
    document.body.append(script);
  } catch (thrown) {
    (document.getElementById('app') ?? document.body).textContent = `This report cannot be opened: it is cut or changed, or the browser is too old to unpack it. ${String(thrown)}`;
  }
}
