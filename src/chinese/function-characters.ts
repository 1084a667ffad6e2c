/**
 * Characters that mostly serve grammar: particles, pronouns, prepositions, conjunctions, common
 * adverbs. They stay when a text's words are swapped for others, and so does their place.
 */
export const FUNCTION_CHARACTERS =
  '的了在是和与为对将从到把被也都就而及或以所其这那我他她它们不有于并让使由向等已又还但如若因则之此各每该某着过给很最更才只'
