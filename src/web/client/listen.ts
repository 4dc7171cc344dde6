/**
 * Listening to an article by the browser's own speech, the sentence being read marked.
 *
 * One utterance a sentence: browsers cut long ones off (Chrome after about 15 s), and word positions are not
 * reported by every voice, the end of an utterance is.
 */

type Sentence = { readonly text: string; readonly parts: readonly HTMLElement[] }

const RATES = ['0.8', '1', '1.2', '1.5', '2']

export function offerListening(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-listen]')
  const article = page.querySelector<HTMLElement>('.article')
  if (!place || !article || !('speechSynthesis' in window)) return
  const sentences = sentencesOf(article)
  if (sentences.length === 0) return
  const { start = '', resume = '', pause = '', speed = '', voice: voiceName = '' } = place.dataset
  const speech = window.speechSynthesis
  const language = article.lang || 'en'
  const resumeKey = `listen ${location.pathname}`
  let at = Number(localStorage.getItem(resumeKey) ?? 0) || 0
  let speaking = false

  const button = place.querySelector('button')
  if (!button) return
  const rate = choice(
    page,
    speed,
    RATES.map((value) => [value, `${value}×`]),
    localStorage.getItem('rate') ?? '1',
  )
  const voice = choice(page, voiceName, [], '')
  voice.hidden = true
  rate.hidden = true
  place.append(rate, voice)
  button.disabled = false
  place.classList.add('works')

  const fillVoices = () => {
    const voices = speech
      .getVoices()
      .filter((one) => one.lang.toLowerCase().startsWith(language.toLowerCase()))
    voice.replaceChildren(...voices.map((one) => new Option(one.name, one.name)))
    voice.hidden = rate.hidden || voices.length < 2
  }
  fillVoices()
  speech.addEventListener?.('voiceschanged', fillVoices)

  const mark = (index: number | undefined) => {
    for (const part of article.querySelectorAll('.spoken')) part.classList.remove('spoken')
    const sentence = index === undefined ? undefined : sentences[index]
    for (const part of sentence?.parts ?? []) part.classList.add('spoken')
    sentence?.parts[0]?.scrollIntoView({ block: 'nearest' })
  }
  const stop = (label: string) => {
    speaking = false
    speech.cancel()
    button.textContent = label
    mark(undefined)
  }
  const say = () => {
    const sentence = sentences[at]
    if (!sentence) {
      at = 0
      localStorage.removeItem(resumeKey)
      stop(start)
      return
    }
    const utterance = new SpeechSynthesisUtterance(sentence.text)
    utterance.lang = language
    utterance.rate = Number(rate.value)
    const chosen = speech.getVoices().find((one) => one.name === voice.value)
    if (chosen) utterance.voice = chosen
    utterance.onend = () => {
      if (!speaking) return
      at += 1
      localStorage.setItem(resumeKey, String(at))
      say()
    }
    utterance.onerror = () => {
      if (speaking) stop(resume)
    }
    mark(at)
    speech.speak(utterance)
  }
  button.addEventListener('click', () => {
    if (speaking) return stop(resume)
    speaking = true
    // Only now: nothing moves before a press.
    rate.hidden = false
    fillVoices()
    button.textContent = pause
    say()
  })
  rate.addEventListener('change', () => {
    localStorage.setItem('rate', rate.value)
    if (!speaking) return
    speaking = false
    speech.cancel()
    speaking = true
    say()
  })
  window.addEventListener('pagehide', () => speech.cancel())
}

/** A sentence that a link cuts in two is several elements with one number. */
function sentencesOf(article: HTMLElement): Sentence[] {
  const byNumber = Map.groupBy(article.querySelectorAll<HTMLElement>('[data-s]'), (part) => part.dataset.s)
  return [...byNumber.values()].map((parts) => ({
    parts,
    text: parts.map((part) => part.textContent).join(''),
  }))
}

function choice(
  page: Document,
  name: string,
  options: readonly (readonly [string, string])[],
  value: string,
): HTMLSelectElement {
  const select = page.createElement('select')
  select.setAttribute('aria-label', name)
  select.replaceChildren(...options.map(([key, label]) => new Option(label, key)))
  select.value = value
  return select
}
