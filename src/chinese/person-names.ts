import { COMPOUND_SURNAMES, FORMS_OF_ADDRESS, RARE_SURNAMES, SURNAMES } from './surnames.js'

/**
 * The length of the person's name that begins at `at`, 0 if none does. A surname alone says little of
 * where a name ends, so `endsAt` tells whether one can end at a place; the shorter reading is tried
 * first. `personNameAt('沈健说', 0, (end) => end === 2) // 2`
 */
export function personNameAt(text: string, at: number, endsAt: (end: number) => boolean): number {
  const dotted = dottedNameAt(text, at)
  if (dotted !== null) {
    for (let end = dotted.least; end <= dotted.most; end++) if (endsAt(end)) return end - at
    return 0
  }
  const addressed = addressedNameAt(text, at)
  if (addressed > 0) return addressed
  const surname = surnameAt(text, at)
  if (surname === 0) return 0
  for (let given = 1; given <= MAX_GIVEN; given++) {
    const end = at + surname + given
    if (!isGivenCharacter(text, end - 1)) return 0
    if (endsAt(end)) return surname + given
  }
  return 0
}

const MAX_GIVEN = 2

/** 艾力·买买提: the dot tells where such a name stands. */
const DOTTED = /[\u4e00-\u9fff]{1,8}(?:[·•][\u4e00-\u9fff]{1,8}){1,3}/y

/** Where its last part can end; null where no dot is near. */
function dottedNameAt(text: string, at: number): { least: number; most: number } | null {
  if (text.slice(at, at + 9).search(/[·•]/) < 1) return null
  DOTTED.lastIndex = at
  const most = at + (DOTTED.exec(text)?.[0].length ?? 0)
  const lastDot = Math.max(text.lastIndexOf('·', most - 1), text.lastIndexOf('•', most - 1))
  return most === at ? null : { least: lastDot + 2, most }
}

/** 王女士, 张大爷. */
function addressedNameAt(text: string, at: number): number {
  const surname = surnameAt(text, at)
  if (surname === 0) return 0
  const form = FORMS_OF_ADDRESS.find((word) => text.startsWith(word, at + surname))
  return form === undefined ? 0 : surname + form.length
}

function surnameAt(text: string, at: number): number {
  if (COMPOUND_SURNAMES.has(text.slice(at, at + 2))) return 2
  const character = text.charAt(at)
  return SURNAMES.has(character) || RARE_SURNAMES.has(character) ? 1 : 0
}

/** Particles stand in no given name. */
function isGivenCharacter(text: string, at: number): boolean {
  const character = text.charAt(at)
  return (
    /[\u4e00-\u9fff]/.test(character) && !'的了是在和与等及说称也还则们这那其'.includes(character)
  )
}
