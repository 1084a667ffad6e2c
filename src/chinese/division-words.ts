/** The words with which names of administrative divisions end, one character each. */
export const DIVISION_WORDS: ReadonlySet<string> = new Set('省市州县区旗盟')
