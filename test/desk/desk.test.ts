import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withServer } from '../cli/fake.ts'
import { amiss, MISSING, openBrowser, type RunningDesk, startDesk } from './desk.ts'

if (MISSING) console.warn(`The desk is not tested: ${MISSING}.`)

describe.skipIf(MISSING !== null)('the desk', () => {
  let desk: RunningDesk
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    desk = await startDesk()
    browser = await openBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.stop()
  })
  beforeEach(async () => {
    await context?.close()
    // Too narrow for the map beside the list: drawing it without a graphics card takes most of the time.
    context = await browser.newContext({ viewport: { width: 940, height: 900 } })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    faults = []
    page.on('pageerror', error => faults.push(error.message))
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  })

  const api = async <T>(path: string): Promise<T> => (await fetch(desk.address + path)).json() as Promise<T>
  const open = async (path: string) => {
    await page.goto(desk.address + path)
    await page.waitForFunction(
      () => document.querySelector('h1') && !document.querySelector('main [aria-busy=true], main .stale'),
    )
  }
  /** The incident that most parties tell of. */
  const most = async (): Promise<{ id: string; title: string; tellers: number }> => {
    const { rows } = await api<{ rows: { id: string; title: string; tellers: number; claims: number }[] }>(
      '/api/incidents?limit=1000',
    )
    return [...rows].sort((a, b) => b.tellers - a.tellers || b.claims - a.claims)[0]
  }
  const total = async (query: string) => (await api<{ total: number }>(`/api/incidents?${query}`)).total
  const count = (text: string | null) => Number(/[\d,]+/.exec(text ?? '')?.[0].replace(',', ''))

  test.each(['light', 'dark'] as const)(
    'every view opens without a fault, and axe finds nothing amiss: %s',
    async colorScheme => {
      await page.emulateMedia({ colorScheme })
      const { id } = await most()
      const { rows } = await api<{ rows: { key: string }[] }>('/api/reports?limit=1')
      const views: readonly (readonly [path: string, heading: RegExp])[] = [
        ['/', /Incidents/],
        [`/incident/${id}`, /\w/],
        [`/report/${rows[0].key}`, /\w/],
        ['/map', /Map/],
        ['/reports', /Reports/],
        ['/sources', /Sources/],
        ['/corrections', /Corrections/],
        ['/add', /Add reports/],
        ['/no/such/page', /no such page/],
      ]
      for (const [path, heading] of views) {
        await open(path)
        expect(await page.getByRole('heading', { level: 1 }).textContent(), path).toMatch(heading)
        expect(await page.title(), path).toMatch(/Hearsay/)
        expect(await amiss(page), path).toEqual([])
      }
      expect(faults).toEqual([])
    },
    60_000,
  )

  test('on a phone nothing runs out of the page', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    const { id } = await most()
    for (const path of ['/', `/incident/${id}`, '/map', '/reports', '/sources', '/add']) {
      await open(path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0)
    }
    await open('/')
    await page.getByRole('button', { name: /^Filters/ }).click()
    expect(await page.getByLabel('Place').isVisible()).toBe(true)
  })

  test('the filter is the address: set in the page, kept by a reload, taken off by the way back', async () => {
    await open('/')
    const all = count(await page.locator('.above strong').textContent())
    expect(all).toBe(await total(''))
    await page.locator('summary', { hasText: 'Party' }).click()
    await page.getByRole('checkbox', { name: /^Georgia/ }).check()
    await page.keyboard.press('Escape')
    await page.getByLabel('Place').fill('Gori')
    await expect.poll(() => page.url()).toMatch(/\?party=Georgia&place=Gori$/)
    const narrowed = await total('party=Georgia&place=Gori')
    expect(narrowed).toBeGreaterThan(0)
    expect(narrowed).toBeLessThan(all)
    await expect.poll(async () => count(await page.locator('.above strong').textContent())).toBe(narrowed)
    await page.reload()
    await expect.poll(async () => page.locator('.rows > li').count()).toBe(narrowed)
    expect(await page.getByLabel('Place').inputValue()).toBe('Gori')
    await page.getByRole('button', { name: 'Take off all' }).click()
    await expect.poll(async () => count(await page.locator('.above strong').textContent())).toBe(all)
    await page.goBack()
    await expect.poll(async () => count(await page.locator('.above strong').textContent())).toBe(narrowed)
  })

  test('the timeline narrows to the days that are dragged over', async () => {
    await open('/')
    const box = (await page.locator('.timeline svg').boundingBox())!
    await page.mouse.move(box.x + box.width * 0.1, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.3, box.y + 25, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => page.url()).toMatch(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/)
    const query = new URL(page.url()).search.slice(1)
    await expect.poll(async () => count(await page.locator('.above strong').textContent())).toBe(await total(query))
  })

  test('a list is a file in the form asked for, narrowed as the page is', async () => {
    await open('/?place=Gori')
    for (const extension of ['json', 'csv']) {
      const download = page.waitForEvent('download')
      await page
        .locator('.above')
        .getByRole('link', { name: `.${extension}` })
        .click()
      const file = await download
      expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${extension}$`))
      const lines = (await new Response((await file.createReadStream()) as unknown as ReadableStream).text()).trim()
      if (extension === 'json') expect(JSON.parse(lines)).toHaveLength(await total('place=Gori'))
      else expect(lines.split('\n').length).toBeGreaterThan(await total('place=Gori'))
    }
  })

  test('what the filter leaves is published in each form', async () => {
    await open('/?place=Gori')
    await page.getByText('Publish as …').click()
    await page.locator('.publish li').first().waitFor()
    const links = await page.locator('.publish li a').evaluateAll(all => all.map(a => (a as HTMLAnchorElement).href))
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) {
      const answer = await fetch(link)
      expect(answer.status, link).toBe(200)
      expect((await answer.text()).length, link).toBeGreaterThan(100)
    }
  })

  test('the way back leads to where one was', async () => {
    await open('/')
    const row = page.locator('.rows [data-row]').nth(60)
    await row.scrollIntoViewIfNeeded()
    const [title, y] = [await row.textContent(), await page.evaluate(() => scrollY)]
    expect(y).toBeGreaterThan(500)
    await row.click()
    await page.locator('.account').first().waitFor()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await page.goBack()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(title)
    expect(Math.abs((await page.evaluate(() => scrollY)) - y)).toBeLessThan(200)
  })

  test('an incident sets the accounts side by side, and a quote leads to its words in the report', async () => {
    const { id, tellers } = await most()
    await open(`/incident/${id}`)
    expect(await page.locator('.account').count()).toBe(tellers)
    expect(await page.locator('.summary').textContent()).toMatch(/sserted by \d+ independent sources? of \d+ part/)
    expect(await page.locator('.account blockquote').count()).toBeGreaterThanOrEqual(tellers)
    const quote = (await page.locator('.account blockquote').first().textContent())!.trim()
    await page.locator('.account .chain a').first().click()
    await expect.poll(() => page.url()).toMatch(/\/report\/[0-9a-f]+#c-/)
    const trigger = page.locator('.trigger.active')
    await trigger.waitFor()
    expect(quote).toContain(await trigger.textContent())
    expect((await page.locator('.text').textContent())!.replace(/\s+/g, ' ')).toContain(quote.replace(/\s+/g, ' ').slice(0, 60))
    expect(await page.locator('.card.active').count()).toBe(1)
  })

  test('the text of a report is shown as archived, whatever marks cut it', async () => {
    const { rows } = await api<{ rows: { key: string }[] }>('/api/reports?limit=50')
    for (const { key } of rows.slice(0, 8)) {
      const { text, headline } = await api<{ text: string; headline: string }>(`/api/reports/${key}`)
      await open(`/report/${key}`)
      const shown = `${await page.locator('h1').textContent()} ${await page.locator('.text').textContent()}`.replace(/\s+/g, '')
      expect(shown).toContain(text.slice(headline.length).replace(/\s+/g, ''))
    }
  })

  test('pointing at a claim shows its words; how each value was read unfolds', async () => {
    const { rows } = await api<{ rows: { key: string; claims: number }[] }>('/api/reports?limit=50')
    await open(`/report/${rows.find(r => r.claims > 4)!.key}`)
    const card = page.locator('.card').nth(2)
    await card.hover()
    await page.locator('.trigger.active').waitFor()
    expect(await page.locator('.part').count()).toBeGreaterThan(0)
    await card.getByText('How it was read').click()
    expect(await card.locator('.trail dd').first().textContent()).toMatch(/\w/)
  })

  test('a claim is marked as wrong and that is undone; both stay on record', async () => {
    const { id } = await most()
    const before = (await api<{ incident: { claims: number } }>(`/api/incidents/${id}`)).incident.claims
    await open(`/incident/${id}`)
    await page.locator('.telling .read summary').last().click()
    await page
      .getByRole('button', { name: /^Correct:/ })
      .last()
      .click()
    const dialog = page.getByRole('dialog', { name: 'Correct a claim' })
    expect(await amiss(page)).toEqual([])
    await dialog.getByLabel('Your name').fill('Nino')
    await dialog.getByLabel(/^Why/).fill('told of another town')
    await dialog.getByRole('button', { name: /wrong$/ }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect
      .poll(async () => (await api<{ incident: { claims: number } }>(`/api/incidents/${id}`)).incident.claims)
      .toBe(before - 1)
    await page.goto(`${desk.address}/corrections`)
    await page.getByText('told of another town').waitFor()
    expect(await page.locator('.corrections').textContent()).toMatch(/No claim by Nino/)
    await page.getByRole('button', { name: /^Undo/ }).first().click()
    await page.getByText(/undone \d/).waitFor()
    expect((await api<{ incident: { claims: number } }>(`/api/incidents/${id}`)).incident.claims).toBe(before)
    expect(faults).toEqual([])
  })

  test('a claim is mended: type and day; words that are not in the report are refused', async () => {
    const { id } = await most()
    await open(`/incident/${id}`)
    await page.locator('.telling .read summary').last().click()
    await page
      .getByRole('button', { name: /^Correct:/ })
      .last()
      .click()
    const dialog = page.getByRole('dialog', { name: 'Correct a claim' })
    await dialog.getByLabel('Your name').fill('Nino')
    await dialog.getByLabel('Type').selectOption('PROTEST')
    await dialog.getByLabel('First day').fill('2008-08-11')
    await dialog.getByLabel('Last day').fill('2008-08-11')
    await dialog.getByRole('button', { name: 'Add a place' }).click()
    await dialog.getByLabel('Words of the report').last().isVisible()
    const place = dialog.getByRole('group', { name: 'Where' })
    await place.getByLabel('Words of the report').last().fill('Atlantis')
    await dialog.getByRole('button', { name: 'Mend' }).click()
    await dialog.getByText('“Atlantis” does not stand in the report.').waitFor()
    await place
      .getByRole('button', { name: /^Take off place/ })
      .last()
      .click()
    await dialog.getByRole('button', { name: 'Mend' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const { rows } = await api<{
      rows: { verdict: string; undone: string | null; changes: { type?: string; date?: { from: string } } }[]
    }>('/api/corrections')
    const mended = rows.find(r => r.verdict === 'mended' && !r.undone)!
    expect(mended.changes.type).toBe('PROTEST')
    expect(mended.changes.date?.from).toBe('2008-08-11')
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone.').waitFor()
  })

  test('two claims are picked and told apart; the judgement is undone', async () => {
    const { id } = await most()
    await open(`/incident/${id}`)
    const said = page.locator('.account .read')
    for (const at of [0, (await said.count()) - 1]) {
      const account = said.nth(at)
      await account.locator('summary').click()
      await account
        .getByRole('button', { name: /^Compare/ })
        .first()
        .click()
    }
    const bar = page.getByRole('region', { name: 'Compare two claims' })
    expect(await bar.getByRole('button', { name: 'Different' }).isDisabled()).toBe(true)
    await bar.getByLabel('Your name').fill('Giorgi')
    await bar.getByRole('button', { name: 'Different' }).click()
    await page.getByText('They now tell of different happenings.').waitFor()
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone.').waitFor()
    expect(faults).toEqual([])
  })

  test('a text is read while one looks on, then added', async () => {
    await open('/add')
    await page.getByLabel('Outlet').fill('Test Gazette')
    await page.getByLabel('Day of publication').fill('2008-08-10')
    await page
      .getByLabel(/^Text/)
      .fill(
        'Bridge shelled near Gori\n\nTwo soldiers were killed when rebels shelled a bridge near Gori on Saturday, the police said. <b>No</b> &amp;',
      )
    await page.locator('.trigger', { hasText: 'shelled' }).first().waitFor()
    expect(await page.locator('.reading .text').textContent()).toContain('<b>No</b> &amp;')
    expect(await amiss(page)).toEqual([])
    await page.getByRole('button', { name: 'Add this text' }).click()
    await page.locator('.job strong', { hasText: 'Added.' }).waitFor({ timeout: 20_000 })
    await page.getByText('1 report added').first().waitFor()
    await page.getByRole('link', { name: 'To the reports' }).click()
    await page.getByRole('link', { name: 'Bridge shelled near Gori' }).waitFor()
    expect(faults).toEqual([])
  }, 40_000)

  test('a page is fetched by its address, read, and added with where it came from', async () => {
    const body = `<html><head><title>Mortar fire near Batumi</title><meta property="og:site_name" content="Harbour Herald">
      <meta property="article:published_time" content="2008-08-12T08:00:00Z"></head><body><article><h1>Mortar fire near Batumi</h1>
      <p>Mortar fire wounded three residents near Batumi on Monday, the police said in a statement to reporters in the town.</p>
      <p>The police said that the mortars had been fired from the hills and that nobody had claimed the attack so far.</p></article></body></html>`
    await withServer(
      path => (path === '/robots.txt' ? { status: 404 } : { body }),
      async base => {
        await open('/add')
        await page.getByLabel('Address of a page').fill(`${base}/fire.html`)
        await page.getByRole('button', { name: 'Fetch' }).click()
        await page.locator('.trigger', { hasText: 'wounded' }).first().waitFor()
        expect(await page.getByLabel('Outlet').inputValue()).toBe('Harbour Herald')
        await page.getByRole('button', { name: 'Add this text' }).click()
        await page.locator('.job strong', { hasText: 'Added.' }).waitFor({ timeout: 20_000 })
        const { rows } = (await (await fetch(`${desk.address}/api/reports?words=mortars`)).json()) as { rows: { url: string }[] }
        expect(rows.map(r => r.url)).toContain(`${base}/fire.html`)
      },
    )
    expect(faults).toEqual([])
  }, 40_000)

  test('a file is added by choosing it', async () => {
    await open('/add')
    await page.locator('input[type=file]').setInputFiles({
      name: 'note.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Talks held in Poti\n\nPOTI, August 11 - Officials of Georgia and Russia met in Poti on Monday.'),
    })
    await page.getByRole('button', { name: 'Add 1 file' }).click()
    await page.locator('.job strong', { hasText: 'Added.' }).waitFor({ timeout: 20_000 })
    expect((await api<{ rows: { headline: string }[] }>('/api/reports?limit=1000')).rows.map(r => r.headline)).toContain(
      'Talks held in Poti',
    )
  }, 40_000)

  test('with the keyboard alone: skip link, rows, opening, views, help', async () => {
    await open('/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/To the content/)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const second = await page.locator('.rows [data-row]').nth(1).textContent()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second)
    await page.keyboard.press('k')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('h1').textContent()).toBe(second)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await expect.poll(() => page.locator('h1').textContent()).toBe('Sources')
    await page.keyboard.press('/')
    await page.keyboard.type('gorp')
    expect(await page.getByLabel('Words', { exact: true }).inputValue()).toBe('gorp')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Help' }).waitFor()
    expect(await amiss(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Help' }).waitFor({ state: 'hidden' })
  })

  test('single letters can be switched off', async () => {
    await open('/')
    await page.getByRole('button', { name: 'Help' }).click()
    await page.getByLabel('Single letters are commands').uncheck()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await page.keyboard.press('?')
    expect(page.url()).toBe(`${desk.address}/`)
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('the map draws, says what it cannot place, and narrows the list', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await open('/')
    await page.locator('.map canvas').waitFor()
    await page.waitForTimeout(1000)
    const box = (await page.locator('.map canvas').boundingBox())!
    const picture = await page.screenshot({ clip: box })
    // A blank map is one colour and packs into next to nothing.
    expect(picture.length).toBeGreaterThan(8000)
    await page.getByLabel('Narrow to what the map shows').check()
    await expect.poll(() => page.url()).toMatch(/box=/)
    await expect
      .poll(async () => count(await page.locator('.above strong').textContent()))
      .toBe(await total(new URL(page.url()).search.slice(1)))
    expect(faults).toEqual([])
  }, 30_000)

  test('day and night: as the system has it, until it is switched, and remembered', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await open('/sources')
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const night = await paper()
    await page.getByRole('button', { name: 'Light' }).click()
    const day = await paper()
    expect(day).not.toBe(night)
    await page.reload()
    expect(await paper()).toBe(day)
  })
})
