/** How many code points stand before each UTF-16 code unit of a text; one entry more than units. */
export function codePointOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1)
  let point = 0
  for (let unit = 0; unit < text.length;) {
    const length = unitsAt(text, unit)
    offsets.fill(point, unit, unit + length)
    unit += length
    point++
  }
  offsets[text.length] = point
  return offsets
}

/** Where each code point of a text begins, in UTF-16 code units; one entry more than code points. */
export function codeUnitOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1)
  let point = 0
  for (let unit = 0; unit < text.length; unit += unitsAt(text, unit)) offsets[point++] = unit
  offsets[point] = text.length
  return offsets.subarray(0, point + 1)
}

/** How many code units the character that begins at `unit` takes: 1 or 2. */
export function unitsAt(text: string, unit: number): number {
  return (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
}
