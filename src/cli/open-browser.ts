import { spawn } from 'node:child_process'

/** Opens an address in the user's browser where there is one to be seen; does nothing elsewhere. */
export function openBrowser(url: string): void {
  const command = COMMANDS[process.platform] ?? ['xdg-open']
  const hasScreen =
    process.platform === 'darwin' ||
    process.platform === 'win32' ||
    (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== ''
  if (!hasScreen) return
  const [program = '', ...before] = command
  const child = spawn(program, [...before, url], { stdio: 'ignore', detached: true })
  // The address was printed: whoever has no browser here opens it by hand.
  child.on('error', () => undefined)
  child.unref()
}

const COMMANDS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}
