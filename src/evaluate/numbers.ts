/** True where two numbers of records or annotations are equal; null equals null only. */
export function sameNumber(
  a: number | string | null | undefined,
  b: number | string | null | undefined,
): boolean {
  const left = a ?? null
  const right = b ?? null
  if (left === null || right === null) return left === right
  return plain(left) === plain(right)
}

/** Without trailing zeros behind the point and without separators. */
function plain(number: number | string): string {
  const text = String(number).replaceAll(',', '')
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
