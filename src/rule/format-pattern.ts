import type { PatternNode } from './pattern-node.js'

/** A part of a pattern as its rule would write it, phrases written out; long lists are cut short. */
export function formatPattern(node: PatternNode): string {
  switch (node.type) {
    case 'sequence':
      return node.items.map(formatPattern).join(' ')
    case 'alternatives': {
      const shown = node.options.slice(0, MOST_OPTIONS).map(formatPattern).join('|')
      return `(${shown}${node.options.length > MOST_OPTIONS ? '|…' : ''})`
    }
    case 'optional':
      return `(${formatPattern(node.item)})?`
    case 'literal':
      return node.text
    case 'gap':
      return node.reach === 'clause' ? '…' : '……'
    case 'anchor':
      return node.at === 'start' ? '^' : '$'
    case 'absent':
      return `!(${node.words.join('|')})`
    case 'ahead':
      return `(?=${formatPattern(node.item)})`
    case 'word':
      return `<${node.tags.join('|')}>${node.many ? '+' : ''}`
    case 'mention': {
      const units = node.units === null ? '' : ` ${node.except ? '!' : ''}${node.units.join('|')}`
      return `{${node.role}: ${node.kind}${node.many ? '+' : ''}${units}}`
    }
    case 'words':
      return `{${node.role}: ${formatPattern(node.item)}}`
  }
}

const MOST_OPTIONS = 6
