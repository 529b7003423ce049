import type {Locator, Page} from 'playwright-core'
import {expect} from 'vitest'
import * as choices from '../../schemas/choices.ts'
import {WAIT} from './people.ts'

/** Gives words by which a document that is referred to is found. */
export type Words = (id: string) => Promise<string>

/** What is entered in; the button that adds to a list as well. */
const CONTROLS = [
  'self::input',
  'self::textarea',
  'self::select',
  '@contenteditable="true"',
  'starts-with(@data-testid, "add-")',
].join(' or ')

/** Fills a form, or the dialogs that open from it, with values as they are stored, as a person would. */
export class Form {
  private readonly page: Page
  private readonly words: Words

  constructor(page: Page, words: Words) {
    this.page = page
    this.words = words
  }

  /** Names that begin with `_` are written by the Studio itself. */
  async fill(value: object): Promise<void> {
    await this.fillParts(this.page.getByTestId('document-panel-scroller'), '', value)
  }

  private async fillParts(scope: Locator, path: string, value: object): Promise<void> {
    for (const [name, part] of Object.entries(value))
      if (!name.startsWith('_')) await this.fillPart(scope, path ? `${path}.${name}` : name, part)
  }

  private async fillPart(scope: Locator, path: string, value: unknown): Promise<void> {
    const field = fieldAt(scope, path)
    if (Array.isArray(value)) await this.fillList(field, value)
    else if (isReference(value)) await this.refer(field, value._ref)
    else if (isObject(value)) await this.fillObject(scope, path, value)
    // A wording is chosen from those that there were.
    else if (String(value).startsWith('v1-')) await scope.getByRole('radio').first().check(WAIT)
    else if (typeof value === 'boolean')
      await field
        .getByRole('checkbox')
        .or(field.getByRole('switch'))
        .first()
        .setChecked(value, {force: true})
    else await this.fillValue(field, String(value))
  }

  /** Its parts, or one of the cards that another document offers in their place. */
  private async fillObject(scope: Locator, path: string, value: object): Promise<void> {
    const [first] = Object.keys(value).filter((name) => !name.startsWith('_'))
    if ((await menuAt(scope, `${path}.${first}`).count()) > 0)
      return this.fillParts(scope, path, value)
    return scope.getByRole('radio').first().check(WAIT)
  }

  private async fillValue(field: Locator, value: string): Promise<void> {
    const select = field.locator('select').first()
    const radio = field.getByRole('radio').first()
    const input = field.locator('input, textarea').first()
    await select.or(radio).or(input).first().waitFor(WAIT)
    if ((await select.count()) > 0) await select.selectOption({label: await titleIn(select, value)})
    else if ((await radio.count()) > 0) await labelled(field, value).click()
    else {
      await input.fill(value)
      await input.press('Tab')
    }
  }

  private async fillList(field: Locator, values: readonly unknown[]): Promise<void> {
    if (values.some(isBlock)) return this.write(field, values)
    for (const value of values) {
      if (isReference(value)) await this.addReference(field, value._ref)
      else if (isObject(value)) await this.addMember(field, value)
      else await this.addText(field, String(value))
    }
    return undefined
  }

  /** A box that is ticked, where there are any; otherwise one more line. */
  private async addText(field: Locator, value: string): Promise<void> {
    const add = field.getByRole('button', {name: 'Add item'})
    const boxes = field.getByRole('checkbox')
    await add.or(boxes.first()).first().waitFor(WAIT)
    if ((await boxes.count()) > 0) {
      await labelled(field, value).click()
      return
    }
    await add.click()
    const input = field.locator('input, textarea').last()
    await input.fill(value)
    await input.press('Tab')
  }

  private async addReference(field: Locator, id: string): Promise<void> {
    await field.getByRole('button', {name: 'Add item'}).click(WAIT)
    await this.refer(field, id)
  }

  private async addMember(field: Locator, value: object): Promise<void> {
    const dialogs = this.page.getByRole('dialog')
    const open = await dialogs.count()
    await field.getByRole('button', {name: 'Add item'}).click(WAIT)
    await expect.poll(() => dialogs.count(), WAIT).toBe(open + 1)
    await this.fillParts(dialogs.last(), '', value)
    // The cross closes every dialog that is open, and Escape only that in which the focus is.
    await dialogs.last().getByRole('button').first().focus()
    await this.page.keyboard.press('Escape')
    await expect.poll(() => dialogs.count(), WAIT).toBe(open)
  }

  private async refer(field: Locator, id: string): Promise<void> {
    const words = await this.words(id)
    await field.getByPlaceholder('Type to search').last().fill(words, WAIT)
    await this.page
      .locator('[data-ui="AutocompleteOption"]')
      .filter({hasText: words})
      .first()
      .click(WAIT)
  }

  private async write(field: Locator, blocks: readonly unknown[]): Promise<void> {
    await field.locator('[contenteditable="true"]').first().click(WAIT)
    await this.page.keyboard.type(blocks.map(textOf).join('\n'))
  }
}

/** The smallest part around the menu of a field in which something can be entered; in a dialog paths begin with a member's. */
const fieldAt = (scope: Locator, path: string): Locator =>
  menuAt(scope, path).locator(`xpath=ancestor::*[.//*[${CONTROLS}]][1]`)

const menuAt = (scope: Locator, path: string): Locator =>
  scope
    .locator(
      `[data-testid="field-actions-menu-${path}"], [data-testid^="field-actions-menu-"][data-testid$="].${path}"]`,
    )
    .last()

/** Words that stand for a stored value in any list of choices. */
const titlesOf = (value: string): string[] =>
  Object.values(choices)
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((each: unknown) =>
      isObject(each) && 'value' in each && 'title' in each && each.value === value
        ? [String(each.title)]
        : [],
    )

/** The box or button that stands for a stored value. */
const labelled = (field: Locator, value: string): Locator =>
  field
    .locator('label')
    .filter({hasText: new RegExp(`^(?:${titlesOf(value).join('|')})$`, 'u')})
    .first()

async function titleIn(select: Locator, value: string): Promise<string> {
  const shown = await select.locator('option').allTextContents()
  const title = [...titlesOf(value), value].find((each) => shown.includes(each))
  if (title === undefined) throw new Error(`${value} is none of ${shown.join(', ')}`)
  return title
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isReference = (value: unknown): value is {_ref: string} =>
  isObject(value) && '_ref' in value && typeof value._ref === 'string'

const isBlock = (value: unknown): boolean =>
  isObject(value) && '_type' in value && value._type === 'block'

const textOf = (block: unknown): string =>
  isObject(block) && 'children' in block && Array.isArray(block.children)
    ? block.children
        .map((child: unknown) => (isObject(child) && 'text' in child ? child.text : ''))
        .join('')
    : ''

/** What a document says, whatever keys it has: a reference is the words of what it names, a text is its words, boxes have no order. */
export function saidIn(value: unknown, words: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value))
    return value.some(isBlock)
      ? value.map(textOf).join('\n')
      : value
          .map((each: unknown) => saidIn(each, words))
          .toSorted((a, b) =>
            typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : 0,
          )
  if (!isObject(value)) return value
  if (isReference(value)) return words.get(value._ref) ?? value._ref
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, part]) => [name, saidIn(part, words)]),
  )
}

/** Ids of all that a value refers to. */
export function referencesIn(value: unknown): string[] {
  if (isReference(value)) return [value._ref]
  return isObject(value) ? Object.values(value).flatMap(referencesIn) : []
}

/** The names, one within the other, under which a box is ticked. */
export function tickedIn(value: unknown, path = ''): string[] {
  if (value === true) return [path]
  if (Array.isArray(value)) return value.flatMap((each: unknown) => tickedIn(each, path))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, part]) => tickedIn(part, `${path}.${name}`))
}
