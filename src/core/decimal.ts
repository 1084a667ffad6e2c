import Big from 'big.js'

/** An exact decimal in canonical notation: no exponent, no leading or trailing zeros. `'1413300'` */
export type Decimal = string & { readonly __brand: 'Decimal' }

const Exact = Big()
Exact.PE = 1e6
Exact.NE = -1e6

/** Reads plain decimal notation, thousands separators allowed; null if it is none. `'1,200.50' → '1200.5'` */
export function parseDecimal(text: string): Decimal | null {
  const digits = text.replaceAll(',', '')
  return /^[+-]?\d+(\.\d+)?$/.test(digits) ? canonical(new Exact(digits.replace(/^\+/, ''))) : null
}

/** The decimal of a JavaScript number that is exact as written (an integer or a short fraction). */
export function toDecimal(value: number): Decimal {
  return canonical(new Exact(value))
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  return canonical(new Exact(a).plus(b))
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return canonical(new Exact(a).times(b))
}

/** Negative where `a < b`, 0 where equal, positive where `a > b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  return new Exact(a).cmp(b)
}

/** The value as records give it: a JSON number where that is exact, else a string. */
export function decimalToJson(value: Decimal): number | string {
  const number = Number(value)
  return Number.isFinite(number) && canonical(new Exact(number)) === value ? number : value
}

function canonical(value: Big): Decimal {
  return (value.eq(0) ? '0' : value.toFixed()) as Decimal
}
