import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useTexts } from '../language/use-texts.js'

interface CopyButtonProps {
  readonly text: () => string
  readonly label: string
}

const SHOWN_MS = 2000

export function CopyButton({ text, label }: CopyButtonProps): JSX.Element {
  const texts = useTexts()
  const [isCopied, setCopied] = useState(false)
  return (
    <button
      type="button"
      onClick={() => {
        navigator.clipboard.writeText(text()).then(
          () => {
            setCopied(true)
            setTimeout(() => {
              setCopied(false)
            }, SHOWN_MS)
          },
          () => undefined,
        )
      }}
    >
      <span aria-live="polite">{isCopied ? `✓ ${texts.fact.copied}` : label}</span>
    </button>
  )
}
