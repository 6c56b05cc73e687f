import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { browserIsHere, openBrowser, visit } from './browser.ts'
import { openFair, type Fair } from './fair.ts'
import { focused, unnamed, weak } from './senses.ts'

let fair: Fair
let browser: Browser

const phone = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: `Téléphone façon ${name}` })

const field = (of: Locator): Locator => of.getByRole('combobox', { name: /^Écrire/ })

describe.skipIf(!browserIsHere)('in chromium, the page', () => {
  beforeAll(async () => {
    browser = await openBrowser()
  })

  afterAll(() => browser.close())

  beforeEach(async () => {
    fair = await openFair()
  })

  afterEach(() => fair[Symbol.asyncDispose]())

  test('says what to do at once, and one click plays on both phones', async () => {
    await using visited = await visit(browser, fair.address)
    const { page, troubles } = visited
    await page.getByRole('heading', { level: 1 }).waitFor()
    const welcome = page.getByRole('banner')
    expect(await welcome.getByRole('button').allInnerTexts()).toEqual([
      'Tapez /start\nFaire connaissance',
      '/groupes 93100\nTrouver un groupe d’action',
      '/actions 93 ce week-end\nVoir ce qui se prépare',
      '/equipe, en tant que Chloé\nConfier un rôle d’animation',
    ])
    await page.getByText('Mouvement inventé\u00a0: trois départements.').waitFor()
    await welcome.getByRole('button', { name: 'Tapez /start' }).click()
    for (const name of ['Telegram', 'Discord'])
      await phone(page, name).getByRole('log').getByText('Bonjour Amel').waitFor()
    await phone(page, 'Discord').getByText('Vous seul·e voyez ce message').waitFor()
    await welcome.getByRole('button', { name: '/groupes 93100' }).click()
    await phone(page, 'Discord').getByText('Groupes près de Montreuil (93100), toujours').waitFor()
    expect(troubles).toEqual([])
  })

  test('completes a command, sends it and presses a button, by keyboard alone', async () => {
    await using visited = await visit(browser, fair.address)
    const { page, troubles } = visited
    const telegram = phone(page, 'Telegram')
    await field(telegram).focus()
    await page.keyboard.type('/a')
    const options = telegram.getByRole('option')
    expect(await options.allInnerTexts()).toEqual([
      '/aide\nTout ce que je sais faire',
      '/actions\nVoir ce qui se prépare',
    ])
    await page.keyboard.press('ArrowDown')
    const second = await options.nth(1).getAttribute('id')
    expect(await field(telegram).getAttribute('aria-activedescendant')).toBe(second)
    await page.keyboard.press('Escape')
    await expect.poll(() => options.count()).toBe(0)
    await page.keyboard.type('c')
    await options.first().waitFor()
    await page.keyboard.press('Enter')
    const card = telegram.getByRole('article').filter({ hasText: '4 participent' })
    await card.waitFor()
    expect(await card.locator('b', { hasText: 'Tractage au marché' }).count()).toBe(1)
    expect(await card.getByRole('link', { name: /^Plan/ }).getAttribute('href')).toBe(
      'https://www.openstreetmap.org/',
    )

    await page.keyboard.press('Shift+Tab')
    for (let at = 0; at < 12 && (await focused(page)) !== 'Je participe'; at += 1)
      await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    const changed = telegram.getByRole('article').filter({ hasText: '5 participent' })
    await changed.getByText('modifié').waitFor()
    await telegram.getByRole('status').getByText('C’est noté').waitFor()
    expect(troubles).toEqual([])
  })

  test('fills in the options of a command as fields, with proposals and choices', async () => {
    await using visited = await visit(browser, fair.address)
    const { page, troubles } = visited
    const discord = phone(page, 'Discord')
    await field(discord).focus()
    await page.keyboard.type('/groupes lilas')
    await discord.getByRole('option', { name: 'Les Lilas (93260)' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await discord.getByRole('combobox', { name: 'lieu' }).inputValue()).toBe('Les Lilas (93260)')
    await discord.getByRole('option', { name: 'Ce week-end' }).waitFor()
    await page.keyboard.type('week')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await discord.getByText('Groupes près de Les Lilas (93260), weekend').waitFor()
    expect(await focused(page)).toBe('Écrire à Porte-voix')
    expect(troubles).toEqual([])
  })

  test('opens a window of questions, keeps the keyboard in it, and closes it with Escape', async () => {
    await using visited = await visit(browser, fair.address)
    const { page, troubles } = visited
    const discord = phone(page, 'Discord')
    await field(discord).fill('/actions')
    await page.keyboard.press('Enter')
    const open = discord.getByRole('button', { name: 'Donner son avis' })
    await open.click()
    const dialog = page.getByRole('dialog', { name: 'Votre avis' })
    await dialog.waitFor()
    expect(await focused(page)).toMatch(/^Sujet/)
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    await page.reload()
    await open.waitFor()
    expect(await dialog.count()).toBe(0)
    await open.press('Enter')
    await dialog.waitFor()
    await page.keyboard.type('Le marché')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Très bien.')
    await dialog.getByRole('button', { name: 'Envoyer' }).press('Enter')
    await discord.getByText('Merci pour « Le marché ».').waitFor()
    expect(await dialog.count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test('shares a made-up position from the keyboard of the bot', async () => {
    await using visited = await visit(browser, fair.address)
    const { page, troubles } = visited
    const telegram = phone(page, 'Telegram')
    await field(telegram).fill('/start')
    await page.keyboard.press('Enter')
    await telegram.getByRole('button', { name: 'Partager ma position' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Capitole/ })
      .click()
    await telegram.getByText('Autour de 43.6043').waitFor()
    expect(troubles).toEqual([])
  })

  test('lets one be several people, and counts what one has not read', async () => {
    await using visited = await visit(browser, fair.address)
    const { page, troubles } = visited
    const telegram = phone(page, 'Telegram')
    const be = (name: string) => telegram.getByRole('radio', { name }).check({ force: true })
    await be('Bastien')
    await telegram.getByText('Porte-voix').first().waitFor()
    await be('Amel')
    await telegram.getByRole('button', { name: /^Toutes les discussions/ }).click()
    await telegram.getByRole('button', { name: /GA Belleville/ }).click()
    await field(telegram).fill('Qui vient samedi ?')
    await page.keyboard.press('Enter')
    await telegram.getByRole('article', { name: /^Vous/ }).waitFor()
    await telegram.getByRole('button', { name: /^Toutes les discussions/ }).click()
    await be('Bastien')
    await telegram.getByText('Qui vient samedi').waitFor()
    await telegram.getByText('1 message non lu').waitFor()
    await telegram.getByRole('button', { name: /GA Belleville/ }).click()
    await telegram.getByRole('article', { name: /^Amel/ }).waitFor()

    await telegram.getByRole('button', { name: 'Une autre personne' }).click()
    await page.getByRole('dialog').getByLabel('Son nom').fill('<b>A</b> @everyone')
    await page.keyboard.press('Enter')
    await telegram.getByRole('radio', { name: '<b>A</b> @everyone', checked: true }).waitFor()
    expect(troubles).toEqual([])
  })

  test('makes a platform misbehave, and says when the bot is refused', async () => {
    await using visited = await visit(browser, fair.address)
    const { page } = visited
    await page.getByText('Faire mal se comporter la plateforme').click()
    await page.getByLabel('Incident').selectOption({ label: 'Interdit (403)' })
    await page.getByRole('button', { name: 'Provoquer' }).click()
    await page.getByText('C’est prêt sur Telegram').waitFor()
    await page.getByRole('button', { name: 'Tout réparer' }).click()
    await page.getByText('Tout marche à nouveau.').waitFor()
  })

  test('shows one phone at a time where two do not fit', async () => {
    await using visited = await visit(browser, fair.address, { width: 390, height: 844 })
    const { page } = visited
    expect(await phone(page, 'Discord').isVisible()).toBe(false)
    await page.getByRole('radio', { name: 'Discord' }).check({ force: true })
    expect(await phone(page, 'Discord').isVisible()).toBe(true)
    expect(await phone(page, 'Telegram').isVisible()).toBe(false)
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBe(390)
  })

  test.each([
    ['light', false],
    ['dark', true],
  ])('names everything that can be used, and is easy to read, when %s', async (_scheme, dark) => {
    await using visited = await visit(browser, fair.address, { dark })
    const { page } = visited
    for (const command of ['/start', '/actions'])
      for (const name of ['Telegram', 'Discord']) {
        await field(phone(page, name)).fill(command)
        await page.keyboard.press('Enter')
      }
    await phone(page, 'Discord').getByText('4 participent').waitFor()
    await phone(page, 'Telegram').getByText('4 participent').waitFor()
    await field(phone(page, 'Telegram')).fill('/')
    expect(await weak(page)).toEqual([])
    expect(await unnamed(page)).toEqual([])
    expect(
      await page.getByRole('log').evaluateAll((logs) => logs.map((log) => log.getAttribute('aria-live'))),
    ).toEqual(['polite', 'polite'])
    await phone(page, 'Discord').getByRole('button', { name: 'Toutes les discussions' }).click()
    await phone(page, 'Discord').getByRole('navigation').waitFor()
    expect(await weak(page)).toEqual([])
  })
})
