// Evaluated in the page, inside a block: the texts whose contrast is under WCAG's AA, as `ratio words colours`.

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })

const parse = (colour) => {
  canvas.clearRect(0, 0, 1, 1)
  canvas.fillStyle = colour
  canvas.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
  return { rgb: [red, green, blue], alpha: alpha / 255 }
}

const over = ({ rgb, alpha }, under) => rgb.map((value, at) => value * alpha + under[at] * (1 - alpha))

const luminance = (rgb) => {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const ratio = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** What is behind an element; of a gradient, the first colour. */
const behind = (element) => {
  if (!element) return [255, 255, 255]
  const { backgroundColor, backgroundImage } = getComputedStyle(element)
  const painted = parse(backgroundColor)
  if (painted.alpha === 1) return painted.rgb
  const [first] = /rgba?\([^)]+\)/.exec(backgroundImage) ?? []
  const under = behind(element.parentElement)
  return over(painted, first ? over(parse(first), under) : under)
}

const isLarge = ({ fontSize, fontWeight }) =>
  Number.parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24)

const weakness = ({ textContent, parentElement: element }) => {
  const words = textContent.trim()
  const seen = element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, :disabled')
  if (words === '' || !seen) return []
  const style = getComputedStyle(element)
  const under = behind(element)
  const found = ratio(over(parse(style.color), under), under)
  if (found >= (isLarge(style) ? 3 : 4.5)) return []
  return [`${found.toFixed(2)} ${words.slice(0, 30)} ${style.color} on ${under.map(Math.round)}`]
}

const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
const texts = []
while (walker.nextNode()) texts.push(walker.currentNode)
texts.flatMap(weakness)
