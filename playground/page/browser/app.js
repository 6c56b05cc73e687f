// @ts-check
/** @import { World } from '../world.ts' */
/** @import { Suggestion } from './suggestions.js' */
import { api } from './api.js'
import { listen } from './live.js'
import { Mishaps } from './mishaps.js'
import { PhoneOf } from './phone.js'
import { html, render, useCallback, useEffect, useRef, useState } from './preact.js'
import { skinOf } from './skins.js'
import { Suggestions } from './suggestions.js'
import { words } from './words.js'

const tick = 10_000

/** What the world's clock says, between two looks at it. @param {World} world */
const useNow = (world) => {
  const [now, setNow] = useState(world.now)
  useEffect(() => {
    const heard = performance.now()
    setNow(world.now)
    const timer = setInterval(
      () => setNow(/** @type {World['now']} */ (world.now + performance.now() - heard)),
      tick,
    )
    return () => clearInterval(timer)
  }, [world])
  return now
}

const calm = matchMedia('(prefers-reduced-motion: reduce)')

/** @param {{ world: World, lost: boolean }} props */
const About = ({ world, lost }) => {
  const { movement, progress } = world
  return html`<section class="about" aria-label=${words.about}>
    ${
      progress &&
      html`<p class="progress">
        <label for="import">${progress.words} ${words.progress(progress.done, progress.total)}</label>
        <progress id="import" value=${progress.done} max=${Math.max(1, progress.total)}></progress>
      </p>`
    }
    <p class="invented">${words.invented} ${movement !== undefined && words.movement(movement)}</p>
    <${Mishaps} stages=${world.stages} />
    <p class="imitation">${words.imitation}</p>
    <div role="alert">${lost && html`<p class="lost">${words.lost}</p>`}</div>
  </section>`
}

/** @param {{ stages: World['stages'], shown: string, onShow: (platform: string) => void }} props */
const Switch = ({ stages, shown, onShow }) =>
  html`<fieldset class="switch">
    <legend class="unseen">${words.showPhone}</legend>
    ${stages.map(
      ({ platform }) =>
        html`<label key=${platform} class=${platform === shown ? 'chosen' : ''}>
          <input
            type="radio"
            class="unseen"
            name="shown"
            checked=${platform === shown}
            onChange=${() => onShow(platform)}
          />${skinOf(platform).name}
        </label>`,
    )}
  </fieldset>`

/** @param {{ first: World, subscribe: import('./live.js').Subscribe }} props */
const App = ({ first, subscribe }) => {
  const [world, setWorld] = useState(first)
  const now = useNow(world)
  const [lost, setLost] = useState(false)
  const [shown, setShown] = useState(first.stages[0]?.platform ?? '')
  const players = useRef(/** @type {Map<string, (suggestion: Suggestion) => void>} */ (new Map()))
  const look = useCallback(async () => setWorld(await api.world()), [])
  useEffect(
    () =>
      subscribe((heard) => {
        if (heard.is === 'world') setWorld(heard.world)
        if (heard.is === 'lost') setLost(true)
        if (heard.is === 'open') {
          setLost(false)
          void look()
        }
      }),
    [],
  )
  return html`<div class="page">
    <header class="intro">
      <p class="brand">
        <img src="/playground/page/mark.svg" alt="" /> <b>Porte-voix</b> <span>${words.tagline}</span>
      </p>
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <h2>${words.begin}</h2>
      <${Suggestions}
        onPlay=${(/** @type {Suggestion} */ suggestion) => {
          for (const play of players.current.values()) play(suggestion)
          document.querySelector('main')?.scrollIntoView({ behavior: calm.matches ? 'auto' : 'smooth' })
        }}
      />
      <p class="both">${words.both}</p>
    </header>
    <main class="phones" aria-label=${words.phones}>
      <${Switch} stages=${world.stages} shown=${shown} onShow=${setShown} />
      ${world.stages.map(
        (stage) =>
          html`<${PhoneOf}
            key=${stage.platform}
            stage=${stage}
            now=${now}
            shown=${stage.platform === shown}
            subscribe=${subscribe}
            players=${players.current}
            onPeople=${look}
          />`,
      )}
    </main>
    <${About} world=${world} lost=${lost} />
  </div>`
}

const root = document.getElementById('root')
if (root) {
  const first = await api.world()
  root.replaceChildren()
  render(html`<${App} first=${first} subscribe=${listen()} />`, root)
}
