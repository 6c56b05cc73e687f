import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checked } from '../../../playground/discord/rules/body.ts'
import { editedMessage, newMessage } from '../../../playground/discord/rules/messages.ts'
import { modal } from '../../../playground/discord/rules/modals.ts'
import { bold, lines, rich } from '../../../src/base/rich.ts'
import {
  choice,
  form,
  optional,
  press,
  words,
  type Button,
  type Message,
  type Question,
} from '../../../src/chat/index.ts'
import { againOf, routeOf, withAgain } from '../../../src/platforms/discord/buttons.ts'
import { drawModal } from '../../../src/platforms/discord/modal.ts'
import { withDoor, writeMessage } from '../../../src/platforms/discord/write.ts'
import { hostileRich, hostileText } from './hostile.ts'

const attend = press('attend', { answer: words() })

const visible = hostileText.map((text) => `·${text}`)
const button: fc.Arbitrary<Button> = fc.oneof(
  fc
    .tuple(
      visible,
      fc.constantFrom('yes', 'no', 'maybe'),
      fc.constantFrom('primary', 'success', 'danger', undefined),
    )
    .map(([label, answer, tone]) => attend.button(label, { answer }, tone)),
  fc
    .tuple(visible, fc.oneof(fc.webUrl(), fc.constant(`https://exemple.fr/${'a'.repeat(600)}`)))
    .map(([label, url]) => ({ label, url })),
  visible.map((label) => ({ label, start: 'group-1' })),
)

const message: fc.Arbitrary<Message> = fc.record(
  {
    text: hostileRich.map((spans) => [...spans, { text: '.' }]),
    rows: fc.array(fc.array(button, { maxLength: 3 }), { maxLength: 8 }),
    image: fc.oneof(
      fc.record({ url: fc.webUrl(), alt: visible }),
      fc.record({ png: fc.constant('aGk='), alt: visible }),
    ),
    instead: fc.constant(true as const),
    aside: fc.constant(true as const),
    quiet: fc.constant(true as const),
  },
  { requiredKeys: ['text'] },
)

const flagsOf = (of: Partial<Message>, as: 'new' | 'edit', hidden: boolean): number =>
  writeMessage({ text: rich`x`, ...of }, as, hidden).body.flags

describe('a message for Discord', () => {
  it('is one that Discord takes, whatever it says', () => {
    fc.assert(
      fc.property(message, fc.boolean(), (of, hidden) => {
        for (const as of ['new', 'edit'] as const) {
          const { body } = writeMessage(of, as, hidden)
          expect(() => checked(as === 'new' ? newMessage : editedMessage, body)).not.toThrow()
          expect(body.allowed_mentions).toEqual({ parse: [] })
        }
      }),
      { numRuns: 300 },
    )
  })

  it('has its buttons in their colours, links as links, and no doors', () => {
    const rows = [
      [attend.button('Oui', { answer: 'yes' }, 'success'), attend.button('Non', { answer: 'no' })],
      [{ label: 'La page', url: 'https://a.b/' }],
      [{ label: 'En privé', start: 'x' }],
    ]
    expect(writeMessage({ text: rich`?`, rows }, 'new').body.components).toEqual([
      {
        type: 1,
        components: [
          { type: 2, style: 3, label: 'Oui', custom_id: '1p.attend.yes' },
          { type: 2, style: 2, label: 'Non', custom_id: '1p.attend.no' },
        ],
      },
      { type: 1, components: [{ type: 2, style: 5, label: 'La page', url: 'https://a.b/' }] },
    ])
  })

  it('may have the same button twice', () => {
    const again = attend.button('Oui', { answer: 'yes' })
    const { components } = writeMessage({ text: rich`?`, rows: [[again, again]] }, 'new').body
    const ids = components.flatMap((row) =>
      row.components.map((one) => ('custom_id' in one ? one.custom_id : '')),
    )
    expect(new Set(ids).size).toBe(2)
    expect(ids.map(routeOf)).toEqual([again.route, again.route])
  })

  it('is hidden, silent, and without previews when it should be', () => {
    expect(flagsOf({}, 'new', false)).toBe(4)
    expect(flagsOf({ quiet: true }, 'new', true)).toBe(4 | 64 | 4_096)
    expect(flagsOf({ quiet: true }, 'edit', false)).toBe(4)
    expect(flagsOf({ image: { url: 'https://a.b/c.png', alt: 'Affiche' } }, 'new', false)).toBe(0)
  })

  it('takes away the buttons and the picture of the one that it replaces', () => {
    expect(writeMessage({ text: rich`fini` }, 'edit').body).toMatchObject({
      components: [],
      attachments: [],
      embeds: [],
    })
  })

  it('carries a picture and its description', () => {
    const { body, files } = writeMessage({ text: rich`x`, image: { png: 'aGk=', alt: 'Une affiche' } }, 'new')
    expect(body.attachments).toEqual([{ id: 0, filename: 'image.png', description: 'Une affiche' }])
    expect(files).toMatchObject([{ name: 'image.png', data: Buffer.from('hi') }])
  })
})

const question: fc.Arbitrary<Question> = fc
  .record({
    label: visible,
    hint: fc.option(visible, { nil: undefined }),
    required: fc.boolean(),
    long: fc.boolean(),
    most: fc.option(fc.integer({ min: 1, max: 9_000 }), { nil: undefined }),
    value: fc.option(hostileText, { nil: undefined }),
    choices: fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }), {
      nil: undefined,
    }),
  })
  .map(({ label, hint, required, long, most, value, choices }) => ({
    name: 'question',
    label,
    required,
    ...(hint !== undefined && { hint }),
    ...(long && { long: true as const }),
    ...(most !== undefined && { most }),
    ...(value !== undefined && { value }),
    ...(choices && { choices: choices.map((of) => ({ value: of, label: `choix ${of}` })) }),
  }))

describe('a form for Discord', () => {
  it('is a window that Discord takes, whatever it asks', () => {
    fc.assert(
      fc.property(
        fc.array(question, { minLength: 1, maxLength: 5 }),
        visible,
        fc.option(
          hostileRich.map((spans) => [...spans, { text: '.' }]),
          { nil: undefined },
        ),
        (questions, title, complaint) => {
          const named = questions.map((one, at) => ({ ...one, name: `q${at}` }))
          const drawn = drawModal({ route: '1f.x', title, questions: named, ...(complaint && { complaint }) })
          expect(() => checked(modal, drawn)).not.toThrow()
        },
      ),
      { numRuns: 300 },
    )
  })

  const name = form('name', {
    carried: {},
    asked: { name: words({ most: 40 }), kind: optional(choice(['a', 'b'])) },
    words: () => ({
      title: 'Votre nom',
      questions: { name: { label: 'Nom', hint: 'Celui que verront les autres' }, kind: { label: 'Genre' } },
    }),
  })

  it('keeps what was typed, and says what was wrong', () => {
    const asked = name.questionnaire({} as never, {}, { name: 'Zoé', kind: 'b' }, rich`Trop long`)
    expect(drawModal(asked)).toEqual({
      custom_id: '1f.name',
      title: 'Votre nom',
      components: [
        { type: 10, content: 'Trop long' },
        {
          type: 18,
          label: 'Nom',
          description: 'Celui que verront les autres',
          component: { type: 4, custom_id: 'name', style: 1, required: true, max_length: 40, value: 'Zoé' },
        },
        {
          type: 18,
          label: 'Genre',
          component: {
            type: 3,
            custom_id: 'kind',
            required: false,
            min_values: 0,
            max_values: 1,
            options: [
              { label: 'a', value: 'a' },
              { label: 'b', value: 'b', default: true },
            ],
          },
        },
      ],
    })
  })

  it('is a button where no window can open', () => {
    const asked = name.questionnaire({} as never, {})
    const route = withAgain(asked.route, 'clef')
    expect(withDoor({ text: [], form: asked }, route)).toEqual({
      text: lines(bold('Votre nom'), rich`Touchez le bouton\u00A0: un formulaire s’ouvre.`),
      rows: [[{ label: 'Votre nom', route: '~clef;1f.name', tone: 'primary' }]],
    })
    expect([routeOf(route), againOf(route)]).toEqual(['1f.name', 'clef'])
  })

  it('asks five things at most', () => {
    const questions = Array.from({ length: 6 }, (_, at) => ({ name: `q${at}`, label: 'Q', required: false }))
    expect(() => drawModal({ route: '1f.x', title: 'T', questions })).toThrow(RangeError)
  })
})
