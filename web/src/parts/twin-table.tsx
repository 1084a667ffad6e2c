import type { ComponentChildren, JSX } from 'preact'
import { useTexts } from '../language/use-texts.js'

/** More rows than these are not drawn either. */
const MOST = 200

interface TwinTableProps {
  readonly columns: readonly string[]
  /** The last cell of a row is its number. */
  readonly rows: readonly (readonly ComponentChildren[])[]
}

/** What a picture shows, to be read; its links are the picture's clicks. */
export function TwinTable({ columns, rows }: TwinTableProps): JSX.Element {
  const texts = useTexts()
  return (
    <details class="twin">
      <summary>{texts.pictures.table}</summary>
      <table class="plain">
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th scope="col" class={at === columns.length - 1 ? 'amount' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((cells) => (
            <tr>
              {cells.map((cell, at) => (
                <td class={at === cells.length - 1 ? 'amount' : undefined}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
