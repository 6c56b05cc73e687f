import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'

const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

export const browserIsHere = existsSync(executable)

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Wish {
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
}

export interface Visit extends AsyncDisposable {
  readonly page: Page
  /** What went wrong in the page, and what it asked from elsewhere. */
  readonly troubles: readonly string[]
}

/** With a profile of its own, forgotten when it closes. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: executable, args: quiet })

/** The page at that address, as somebody who was never there sees it, once its phones are drawn. */
export const visit = async (
  browser: Browser,
  address: string,
  { width = 1440, height = 900, dark }: Wish = {},
): Promise<Visit> => {
  const context = await browser.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) troubles.push(request.url())
  })
  await page.goto(address)
  await page.getByRole('log').first().waitFor()
  return { page, troubles, [Symbol.asyncDispose]: () => context.close() }
}
