import { readSimplifiedForms } from '../../src/chinese/opencc.js'

/**
 * The characters of a text by which readings are compared: no white space, half-width, simplified one
 * by one, so that neither repair nor the conversion of scripts counts for or against anybody.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\u00ad]+/gu, '')
    .replace(/[“”„‟«»〝〞]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(HAN, (character) => FORMS.get(character) ?? character)
}

const FORMS = readSimplifiedForms()
const HAN = /\p{Script=Han}/gu
