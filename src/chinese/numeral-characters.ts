/** What a code unit can be in a numeral; 0 for everything else. */
export const NumeralClass = {
  none: 0,
  /** 0–9, full-width too. */
  arabic: 1,
  /** 〇 to 九, 两, and the financial forms. */
  digit: 2,
  /** 十 百 千, and 廿 卅 卌 for two, three and four tens. */
  power: 3,
  /** 万 亿. */
  scale: 4,
  /** 半. */
  half: 5,
  /** 数 几: some digit, not said which. */
  vague: 6,
} as const

/** The numeral class of every UTF-16 code unit. */
export const numeralClass = new Uint8Array(65536)
/** The digit that a code unit of class arabic or digit stands for; of class power, how many of it (廿: 2). */
export const digitValue = new Uint8Array(65536)
/** The power of ten that a code unit of class power or scale stands for: 1 for 十, 4 for 万. */
export const powerOf = new Uint8Array(65536)

const DIGITS = ['〇零', '一壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖']
const POWERS: readonly (readonly [string, number])[] = [
  ['十拾', 1],
  ['百佰', 2],
  ['千仟', 3],
  ['万', 4],
  ['亿', 8],
]

const FINANCIAL: ReadonlySet<number> = new Set(
  [...'壹贰叁肆伍陆柒捌玖拾佰仟'].map((character) => character.charCodeAt(0)),
)

for (const [value, characters] of DIGITS.entries()) {
  define(characters, NumeralClass.digit, value)
  define(String.fromCharCode(0x30 + value, 0xff10 + value), NumeralClass.arabic, value)
}
for (const [characters, power] of POWERS) {
  define(characters, power < 4 ? NumeralClass.power : NumeralClass.scale, 1)
  for (const character of characters) powerOf[character.charCodeAt(0)] = power
}
for (const [index, character] of [...'廿卅卌'].entries()) {
  define(character, NumeralClass.power, index + 2)
  powerOf[character.charCodeAt(0)] = 1
}
define('半', NumeralClass.half, 0)
define('数几', NumeralClass.vague, 0)

/** True for 壹 to 玖, 拾, 佰 and 仟, which are also names and verbs: 大陆, 拾起. */
export function isFinancial(unit: number): boolean {
  return FINANCIAL.has(unit)
}

/** True for 0–9, full-width too; false beyond a text's end. */
export function isArabicAt(text: string, at: number): boolean {
  return numeralClass[text.charCodeAt(at)] === NumeralClass.arabic
}

function define(characters: string, kind: number, value: number): void {
  for (const character of characters) {
    const unit = character.charCodeAt(0)
    numeralClass[unit] = kind
    digitValue[unit] = value
  }
}
