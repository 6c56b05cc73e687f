// @ts-check
/** @import { Subscribe } from './live.js' */
/** @import { World } from '../world.ts' */
/** @import { ChatLine } from '../mirror.ts' */
/** @import { Deed } from '../deeds.ts' */
/** @import { Suggestion } from './suggestions.js' */
import { api, Problem } from './api.js'
import { ChatScreen } from './chat.js'
import { Chats } from './chats.js'
import { FormWindow } from './form.js'
import { NewPerson, People } from './people.js'
import { html, useEffect, useRef, useState } from './preact.js'
import { skinOf } from './skins.js'
import { deedOf } from './suggestions.js'
import { Toasts, useToasts } from './toasts.js'
import { usePhone, useUnread } from './use-phone.js'
import { when } from './when.js'
import { words } from './words.js'

/**
 * @param {object} props
 * @param {World['stages'][number]} props.stage
 * @param {number} props.now
 * @param {boolean} props.shown Where only one phone fits.
 * @param {Subscribe} props.subscribe
 * @param {Map<string, (suggestion: Suggestion) => void>} props.players Where each phone says how to play a suggestion on it.
 * @param {() => Promise<void>} props.onPeople Somebody new is there.
 */
export const PhoneOf = ({ stage, now, shown, subscribe, players, onPeople }) => {
  const { platform, people } = stage
  const skin = skinOf(platform)
  const [chosen, setPerson] = useState('')
  const person = people.some(({ id }) => id === chosen) ? chosen : (people[0]?.id ?? '')
  const [chatId, setChatId] = useState(/** @type {string | undefined} */ (undefined))
  const [screen, setScreen] = useState('chat')
  const [adding, setAdding] = useState(false)
  const [problem, setProblem] = useState(/** @type {string | undefined} */ (undefined))
  const frame = useRef(/** @type {HTMLElement | null} */ (null))

  const at = { platform, person, chat: chatId }
  const leave = () => {
    setChatId(undefined)
    setScreen('list')
  }
  const phone = usePhone(at, subscribe, leave)
  const unread = useUnread(phone, (chat) => screen === 'chat' && chat.id === chatId)
  const toasts = useToasts(JSON.stringify(at), phone?.view.toasts)
  useEffect(
    () =>
      subscribe((heard) => {
        if (heard.is === 'change' && heard.news.what === 'form' && heard.news.platform === platform) {
          setProblem(undefined)
        }
      }),
    [],
  )

  /** @param {Deed} deed @param {import('./api.js').At} [where] */
  const act = async (deed, where = at) => {
    try {
      setProblem(undefined)
      await api.act(where, deed)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (deed.does === 'fills') setProblem(words.failed(error.message))
      else toasts.show(words.failed(error.message))
    }
  }
  /** @param {Suggestion} suggestion @param {string | undefined} chat */
  const play = async (suggestion, chat) => {
    const who = people.find(({ name }) => name === suggestion.as)?.id ?? person
    setPerson(who)
    const where = { platform, person: who, chat }
    const { view } = await api.phone(where)
    await act(await deedOf(suggestion, where, skin, view.menu), where)
  }
  players.set(platform, (suggestion) => {
    setChatId(undefined)
    setScreen('chat')
    void play(suggestion, undefined)
  })

  const chat = phone?.chats.find((one) => one.id === chatId)
  const elsewhere = phone?.chats.reduce((sum, one) => sum + unread(one), 0) ?? 0
  const form = phone?.view.form
  /** @param {ChatLine} opened */
  const open = (opened) => {
    setChatId(opened.id)
    setScreen('chat')
    focusSoon(frame)
  }
  return html`<section
    class=${`phone ${platform} ${shown ? 'shown' : ''}`}
    aria-label=${words.phone(skin.name)}
  >
    <header class="holder">
      <h2>${words.like(skin.name)}</h2>
      <${People}
        platform=${platform}
        name=${skin.name}
        people=${people}
        chosen=${person}
        onChoose=${setPerson}
        onNew=${() => setAdding(true)}
      />
    </header>
    <div class="frame ${skin.draws}" ref=${frame}>
      <p class="status" aria-hidden="true"><span>${when.hour(now)}</span><span class="signal"></span></p>
      ${
        screen === 'list' &&
        html`<${Chats} chats=${phone?.chats ?? []} now=${now} skin=${skin} unread=${unread} onOpen=${open} />`
      }
      ${
        screen === 'chat' &&
        phone &&
        chat &&
        html`<${ChatScreen}
          key=${JSON.stringify(at)}
          id=${platform}
          phone=${phone}
          chat=${chat}
          at=${at}
          skin=${skin}
          now=${now}
          unread=${elsewhere}
          frame=${frame}
          onBack=${() => {
            setScreen('list')
            focusSoon(frame)
          }}
          onAct=${act}
          onPlay=${(/** @type {Suggestion} */ suggestion) => void play(suggestion, chatId)}
        />`
      }
      <${Toasts} shown=${toasts.shown} />
    </div>
    ${
      form &&
      html`<${FormWindow}
        key=${form.title}
        id=${`${platform}-form`}
        form=${form}
        problem=${problem}
        over=${frame}
        onFill=${(/** @type {Record<string, string>} */ answers) => void act({ does: 'fills', answers })}
        onClose=${() => void act({ does: 'dismisses' })}
      />`
    }
    ${
      adding &&
      html`<${NewPerson}
        taken=${people.map(({ name }) => name)}
        over=${frame}
        onClose=${() => setAdding(false)}
        onMade=${async (/** @type {readonly { platform: string, id: string }[]} */ made) => {
          await onPeople()
          setAdding(false)
          setChatId(undefined)
          setScreen('chat')
          setPerson(made.find((one) => one.platform === platform)?.id ?? person)
        }}
      />`
    }
  </section>`
}

/** The screen that had the keyboard is gone: the new one takes it. @param {{ current: HTMLElement | null }} frame */
const focusSoon = (frame) => {
  setTimeout(() => {
    const field = frame.current?.querySelector('.text-field input, .text-field textarea, .chat-line')
    if (field instanceof HTMLElement) field.focus()
  }, 60)
}
