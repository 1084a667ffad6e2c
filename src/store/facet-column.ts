/** The values of one facet: `codes` gives each fact a number, `values` what it stands for. */
export interface FacetColumn {
  /** As narrow as the numbers allow: what is counted is read from memory again and again. */
  readonly codes: Uint8Array | Uint16Array | Int32Array
  /** One value mostly; several flags; none where nothing is known. */
  readonly values: readonly (readonly string[])[]
}

/** Codes below `count` in as few bytes as hold them. */
export function narrow(codes: Int32Array, count: number): FacetColumn['codes'] {
  if (count <= 2 ** 8) return Uint8Array.from(codes)
  return count <= 2 ** 16 ? Uint16Array.from(codes) : codes
}
