import Big from 'big.js'

/** An exact decimal in canonical notation: no exponent, no leading or trailing zeros. `'1413300'` */
export type Decimal = string & { readonly __brand: 'Decimal' }

const Exact = Big()
Exact.PE = 1e6
Exact.NE = -1e6
Exact.DP = 40

/** Reads plain decimal notation, thousands separators allowed; null if it is none. `'1,200.50' → '1200.5'` */
export function parseDecimal(text: string): Decimal | null {
  const digits = text.replaceAll(',', '')
  return /^[+-]?\d+(\.\d+)?$/.test(digits) ? canonical(new Exact(digits.replace(/^\+/, ''))) : null
}

/**
 * The decimal that digits with a point and a power of ten spell: `integer.fraction × 10^power`.
 * Both may be empty or have zeros in front. `decimalOfDigits('141', '33', 4) // '1413300'`
 */
export function decimalOfDigits(integer: string, fraction: string, power: number): Decimal {
  const digits = integer + fraction
  const point = integer.length + power
  const whole = point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0')
  const rest = point < 0 ? '0'.repeat(-point) + digits : digits.slice(point)
  let first = 0
  while (first < whole.length && whole.charCodeAt(first) === 0x30) first++
  let last = rest.length
  while (last > 0 && rest.charCodeAt(last - 1) === 0x30) last--
  const head = first === whole.length ? '0' : whole.slice(first)
  return (last === 0 ? head : `${head}.${rest.slice(0, last)}`) as Decimal
}

/** `negateDecimal('3.9') // '-3.9'` */
export function negateDecimal(value: Decimal): Decimal {
  if (value === '0') return value
  return (value.startsWith('-') ? value.slice(1) : `-${value}`) as Decimal
}

/** The decimal of a JavaScript number that is exact as written (an integer or a short fraction). */
export function toDecimal(value: number): Decimal {
  if (Number.isSafeInteger(value)) return String(value) as Decimal
  return canonical(new Exact(value))
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  return canonical(new Exact(a).plus(b))
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return canonical(new Exact(a).times(b))
}

/** `a / b`, to fifteen significant digits where no shorter decimal is exact; null for a division by zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal | null {
  if (b === '0') return null
  const quotient = new Exact(a).div(b)
  return canonical(quotient.times(b).eq(a) ? quotient : quotient.prec(15))
}

/** Negative where `a < b`, 0 where equal, positive where `a > b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  return new Exact(a).cmp(b)
}

/** The value as records give it: a JSON number where that is exact, else a string. */
export function decimalToJson(value: Decimal): number | string {
  const number = Number(value)
  if (String(number) === value) return number
  return Number.isFinite(number) && canonical(new Exact(number)) === value ? number : value
}

function canonical(value: Big): Decimal {
  return (value.eq(0) ? '0' : value.toFixed()) as Decimal
}
