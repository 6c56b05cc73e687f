import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

/** Texts that are hard to read. */
export const weak = async (page: Page): Promise<unknown> =>
  page.evaluate(`{ ${await readFile(new URL('contrast.js', import.meta.url), 'utf8')} }`)

interface Heard {
  readonly nodes: readonly {
    readonly ignored: boolean
    readonly role?: { readonly value: string }
    readonly name?: { readonly value: string }
  }[]
}

const used = new Set([
  'button',
  'link',
  'textbox',
  'combobox',
  'radio',
  'listbox',
  'option',
  'dialog',
  'region',
  'log',
])

/** What a screen reader would only call by its role. */
export const unnamed = async (page: Page): Promise<readonly string[]> => {
  const tools = await page.context().newCDPSession(page)
  const { nodes } = (await tools.send('Accessibility.getFullAXTree')) as Heard
  return nodes.flatMap(({ ignored, role, name }) =>
    !ignored && role && used.has(role.value) && !name?.value.trim() ? [role.value] : [],
  )
}

/** The name of what has the keyboard. */
export const focused = async (page: Page): Promise<string> => {
  const tools = await page.context().newCDPSession(page)
  const { result } = await tools.send('Runtime.evaluate', { expression: 'document.activeElement' })
  const { nodes } = (await tools.send('Accessibility.getPartialAXTree', {
    ...(result.objectId && { objectId: result.objectId }),
    fetchRelatives: false,
  })) as Heard
  return nodes[0]?.name?.value ?? ''
}
