/** What a reader of pages says of one page; null where it says nothing. */
export interface Reading {
  readonly body: string
  readonly title: string | null
  readonly published: string | null
  readonly author: string | null
  readonly publisher: string | null
}

export const NO_READING: Reading = {
  body: '',
  title: null,
  published: null,
  author: null,
  publisher: null,
}
