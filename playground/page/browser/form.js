// @ts-check
/** @import { OpenForm } from '../../actor.ts' */
import { Dialog } from './dialog.js'
import { html, useState } from './preact.js'
import { words } from './words.js'

/** @typedef {OpenForm['questions'][number]} Question */

/** @param {{ id: string, question: Question, value: string, first: boolean, onValue: (value: string) => void }} props */
const Answer = ({ id, question, value, first, onValue }) => {
  const { hint, required, long, most, choices } = question
  const shared = {
    id,
    name: question.name,
    required,
    autofocus: first,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onInput: (/** @type {{ currentTarget: { value: string } }} */ event) =>
      onValue(event.currentTarget.value),
  }
  if (choices)
    return html`<select ...${shared}>
      <option value="" selected=${value === ''}>${words.pick}</option>
      ${choices.map((choice) => html`<option value=${choice.value} selected=${choice.value === value}>${choice.label}</option>`)}
    </select>`
  return long
    ? html`<textarea ...${shared} rows="4" maxlength=${most} value=${value}></textarea>`
    : html`<input ...${shared} type="text" autocomplete="off" maxlength=${most} value=${value} />`
}

/**
 * The bot's window of questions. Answers stay while it is open, also when they are refused.
 * @param {object} props
 * @param {string} props.id
 * @param {OpenForm} props.form
 * @param {string | undefined} props.problem
 * @param {{ current: HTMLElement | null }} props.over
 * @param {(answers: Record<string, string>) => void} props.onFill By label.
 * @param {() => void} props.onClose
 */
export const FormWindow = ({ id, form, problem, over, onFill, onClose }) => {
  const [values, setValues] = useState(() =>
    Object.fromEntries(form.questions.map(({ name, value }) => [name, value ?? ''])),
  )
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault()
    onFill(Object.fromEntries(form.questions.map(({ name, label }) => [label, values[name] ?? ''])))
  }
  return html`<${Dialog} title=${form.title} onClose=${onClose} over=${over}>
    <form class="questions" onSubmit=${submit}>
      <p class="hint">${words.formHint}</p>
      ${form.questions.map(
        (question, at) =>
          html`<div class="question" key=${question.name}>
            <label for=${`${id}-${question.name}`}>
              ${question.label} <small>${question.required ? words.required : words.optional}</small>
            </label>
            <${Answer}
              id=${`${id}-${question.name}`}
              question=${question}
              first=${at === 0}
              value=${values[question.name] ?? ''}
              onValue=${(/** @type {string} */ value) => setValues((before) => ({ ...before, [question.name]: value }))}
            />
            ${question.hint && html`<p class="hint" id=${`${id}-${question.name}-hint`}>${question.hint}</p>`}
          </div>`,
      )}
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      <footer>
        <button type="button" class="quiet" onClick=${onClose}>${words.cancel}</button>
        <button type="submit" class="strong">${words.submit}</button>
      </footer>
    </form>
  <//>`
}
