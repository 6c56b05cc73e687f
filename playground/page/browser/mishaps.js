// @ts-check
/** @import { World } from '../world.ts' */
import { api } from './api.js'
import { html, useState } from './preact.js'
import { skinOf } from './skins.js'
import { words } from './words.js'

const text = words.mishaps

/** How long those that last do, in seconds. @type {Readonly<Record<string, number>>} */
const lasting = { limit: 5, slow: 4 }

/** @type {readonly { times: string, label: string }[]} */
const times = [
  { times: '1', label: text.once },
  { times: '3', label: text.thrice },
  { times: 'always', label: text.always },
]

/** @param {string} label @param {string} value @param {(value: string) => void} onValue @param {readonly (readonly [string, string])[]} all */
const select = (label, value, onValue, all) =>
  html`<label>
    ${label}
    <select
      onChange=${(/** @type {{ currentTarget: HTMLSelectElement }} */ { currentTarget }) => onValue(currentTarget.value)}
    >
      ${all.map(([key, title]) => html`<option value=${key} selected=${key === value}>${title}</option>`)}
    </select>
  </label>`

/** @param {{ stages: World['stages'] }} props */
export const Mishaps = ({ stages }) => {
  const [platform, setPlatform] = useState(stages[0]?.platform ?? '')
  const [what, setWhat] = useState('limit')
  const [often, setOften] = useState('1')
  const [said, setSaid] = useState('')
  const { name } = skinOf(platform)
  /** @param {() => Promise<void>} deed @param {string} then */
  const after = (deed, then) => async () => {
    await deed()
    setSaid(then)
  }
  const provoke = after(() => {
    const seconds = lasting[what]
    return api.misbehave(platform, {
      what,
      times: often === 'always' ? 'always' : Number(often),
      ...(seconds !== undefined && { seconds }),
    })
  }, text.provoked(name))
  return html`<details class="mishaps">
    <summary>${text.summary}</summary>
    <p>${text.lead}</p>
    <form
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault()
        void provoke()
      }}
    >
      ${select(
        text.platform,
        platform,
        setPlatform,
        stages.map((stage) => [stage.platform, skinOf(stage.platform).name]),
      )}
      ${select(text.what, what, setWhat, Object.entries(text.kinds))}
      ${select(
        text.times,
        often,
        setOften,
        times.map((one) => [one.times, one.label]),
      )}
      <p class="buttons">
        <button type="submit" class="strong">${text.provoke}</button>
        <button type="button" class="quiet" onClick=${after(() => api.behave(platform), text.behaved)}>
          ${text.behave}
        </button>
        <button type="button" class="quiet" onClick=${after(() => api.retell(platform), text.retold(name))}>
          ${text.retell}
        </button>
      </p>
    </form>
    <p class="said" role="status">${said}</p>
    ${stages
      .filter(({ violations }) => violations.length > 0)
      .map(
        ({ platform: of, violations }) =>
          html`<div class="violations">
            <p>${text.violations(skinOf(of).name, violations.length)}</p>
            <ul lang="en">
              ${violations.map((violation) => html`<li>${violation}</li>`)}
            </ul>
          </div>`,
      )}
  </details>`
}
