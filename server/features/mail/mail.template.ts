export interface Content {
  /** “Bonjour Maëlle,”, or whatever opens it. */
  greeting?: string;
  paragraphs: readonly string[];
  /** One thing to do, as a button. */
  action?: { label: string; url: string };
}

/** Every mail of ours, as text and as HTML: what it says is escaped, and the HTML holds nothing that is fetched. */
export function written({ greeting, paragraphs, action }: Content): { text: string; html: string } {
  const lines = [...(greeting ? [greeting] : []), ...paragraphs];
  const text = [...lines, ...(action ? [`${action.label} : ${action.url}`] : []), '— \nPrisme'].join('\n\n');
  const button = action
    ? `<p style="margin:24px 0"><a href="${escaped(action.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1f3a5f;color:#ffffff;text-decoration:none;font-weight:600">${escaped(action.label)}</a></p>`
    : '';
  const html = `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:24px;background:#f5f6f8;font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:16px;line-height:1.5;color:#1b2430">
<div style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px">
${lines.map((line) => `<p style="margin:0 0 16px">${escaped(line).replaceAll('\n', '<br>')}</p>`).join('\n')}
${button}
<p style="margin:24px 0 0;color:#5a6675;font-size:14px">Prisme</p>
</div></body></html>`;
  return { text, html };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
