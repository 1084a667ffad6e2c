import { z } from 'zod'

/** The thresholds of decoding. Right and wrong encodings lie far apart, so none is delicate. */
export const decodeOptions = z.strictObject({
  /** How far into a page its `meta` or XML declaration is looked for, in bytes. */
  declarationWithin: z.int().positive().default(8192),
  /** How much of a document is looked at to judge an encoding, in bytes. */
  sampleSize: z.int().positive().default(16_384),
  /** The least share of everyday Chinese (see `judgePlausibility`) of a rightly decoded text. */
  plausibleShare: z.number().min(0).max(1).default(0.35),
  /** The share of control bytes from which a file is not text. */
  controlShare: z.number().min(0).max(1).default(0.01),
  /** Up to this share of a text's characters may be invalid; they become U+FFFD. */
  invalidShare: z.number().min(0).max(1).default(0.02),
})

export type DecodeOptions = z.infer<typeof decodeOptions>
