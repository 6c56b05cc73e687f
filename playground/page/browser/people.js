// @ts-check
/** @import { World } from '../world.ts' */
import { api, Problem } from './api.js'
import { Avatar } from './avatar.js'
import { Dialog } from './dialog.js'
import { Icon } from './icons.js'
import { html, useState } from './preact.js'
import { words } from './words.js'

const names = ['Dounia', 'Élias', 'Fatou', 'Gaël', 'Hana', 'Ismaël', 'Jeanne', 'Kofi', 'Léa', 'Maïwenn']

/**
 * @param {object} props
 * @param {readonly string[]} props.taken
 * @param {{ current: HTMLElement | null }} props.over
 * @param {(people: readonly { platform: string, id: string }[]) => void} props.onMade
 * @param {() => void} props.onClose
 */
export const NewPerson = ({ taken, over, onMade, onClose }) => {
  const [name, setName] = useState(names.find((one) => !taken.includes(one)) ?? '')
  const [problem, setProblem] = useState(/** @type {string | undefined} */ (undefined))
  /** @param {Event} event */
  const submit = async (event) => {
    event.preventDefault()
    try {
      onMade(await api.newPerson(name))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error.status === 409 ? words.nameTaken : words.failed(error.message))
    }
  }
  return html`<${Dialog} title=${words.newPersonTitle} over=${over} onClose=${onClose}>
    <form class="questions" onSubmit=${submit}>
      <label for="new-person">${words.newPersonName}</label>
      <input
        id="new-person"
        type="text"
        required
        autofocus
        maxlength="64"
        autocomplete="off"
        aria-describedby="new-person-hint"
        value=${name}
        onInput=${(/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget }) => setName(currentTarget.value)}
      />
      <p class="hint" id="new-person-hint">${words.newPersonHint}</p>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      <footer>
        <button type="button" class="quiet" onClick=${onClose}>${words.cancel}</button>
        <button type="submit" class="strong">${words.add}</button>
      </footer>
    </form>
  <//>`
}

/**
 * Who holds the phone.
 * @param {object} props
 * @param {string} props.platform
 * @param {string} props.name Of the platform.
 * @param {World['stages'][number]['people']} props.people
 * @param {string} props.chosen
 * @param {(id: string) => void} props.onChoose
 * @param {() => void} props.onNew
 */
export const People = ({ platform, name, people, chosen, onChoose, onNew }) =>
  html`<fieldset class="people">
    <legend class="unseen">${words.whoAreYou(name)}</legend>
    ${people.map(
      (person) =>
        html`<label key=${person.id} class=${person.id === chosen ? 'chosen' : ''} title=${person.name}>
          <input
            type="radio"
            class="unseen"
            name=${`${platform}-person`}
            value=${person.id}
            checked=${person.id === chosen}
            onChange=${() => onChoose(person.id)}
          />
          <${Avatar} name=${person.name} /><span class=${person.id === chosen ? '' : 'unseen'}
            >${person.name}</span
          >
        </label>`,
    )}
    <button
      type="button"
      class="new-person"
      aria-label=${words.newPerson}
      title=${words.newPerson}
      onClick=${onNew}
    >
      <${Icon} name="plus" />
    </button>
  </fieldset>`
