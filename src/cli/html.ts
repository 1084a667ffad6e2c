/** A piece of HTML that is safe to put into a page: nothing in it comes from outside unescaped. */
export class Html {
  private constructor(readonly text: string) {}

  /** Only for literals of templates. */
  static ofTemplate(text: string): Html {
    return new Html(text)
  }
}

/** A template whose values are escaped, unless they are HTML themselves: html`<b>${name}</b>`. */
export function html(
  literals: TemplateStringsArray,
  ...values: readonly (string | number | Html)[]
): Html {
  const text = literals.reduce((all, literal, index) => {
    const value = values[index - 1] ?? ''
    return all + (value instanceof Html ? value.text : escape(String(value))) + literal
  })
  return Html.ofTemplate(text)
}

/** Pieces one after the other. */
export function join(pieces: readonly Html[]): Html {
  return Html.ofTemplate(pieces.map(({ text }) => text).join(''))
}

/** A whole page with its style inside; needs nothing from elsewhere. */
export function page(parts: { title: string; style: string; body: Html }): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(parts.title)}</title>
<style>
${parts.style}
</style>
</head>
<body>
${parts.body.text}
</body>
</html>
`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
