import { lazily } from '../core/lazily.js'
import { readSimplifiedForms } from './opencc.js'

/**
 * The text with every traditional character in its simplified form, whatever its context: for looking
 * words up, not for reading. As long as the text; the text itself where nothing is to be changed.
 * `foldScripts('百家樂') // '百家乐'`
 */
export function foldScripts(text: string): string {
  let folded = ''
  const forms = foldedForms()
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const form = forms[unit]!
    if (form === unit) continue
    folded += text.slice(from, at) + String.fromCharCode(form)
    from = at + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}

const foldedForms = lazily(() => {
  const forms = new Uint16Array(65536)
  for (let unit = 0; unit < forms.length; unit++) forms[unit] = unit
  for (const [from, to] of readSimplifiedForms())
    if (from.length === 1 && to.length === 1) forms[from.charCodeAt(0)] = to.charCodeAt(0)
  return forms
})
