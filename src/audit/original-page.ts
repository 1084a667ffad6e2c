import { Parser } from 'htmlparser2'

/**
 * A crawled page without what could reach the network past a content policy (hints to connect, new
 * bases, refreshes) and without code. The policy it is served with forbids the rest.
 */
export function originalPage(source: string): string {
  let page = ''
  let from = 0
  let inside = 0
  const cutTo = (end: number): void => {
    from = Math.max(from, end)
  }
  const parser: Parser = new Parser({
    onopentag(name) {
      if (!CUT.has(name)) return
      if (inside === 0) page += source.slice(from, parser.startIndex)
      if (CLOSED.has(name)) inside++
      cutTo(parser.endIndex + 1)
    },
    onclosetag(name) {
      if (!CLOSED.has(name) || inside === 0) return
      inside--
      // A closing tag may go on behind its name: </script >.
      const end = source.indexOf('>', parser.endIndex)
      cutTo(end < 0 ? source.length : end + 1)
    },
  })
  parser.write(source)
  parser.end()
  return inside === 0 ? page + source.slice(from) : page
}

const CUT: ReadonlySet<string> = new Set(
  'script link meta base iframe frame frameset object embed applet portal'.split(' '),
)
/** Of these what stands inside goes, too. */
const CLOSED: ReadonlySet<string> = new Set(['script', 'iframe', 'object', 'applet'])
