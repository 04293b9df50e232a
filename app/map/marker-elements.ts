import type { IssueState } from '~/interactions/issues/issue.input'
import { shapeOf, toneOf } from '~/ui/issues/status'
import { isPictogram, pictogramPaths } from '~/ui/pictogram'

const svgSpace = 'http://www.w3.org/2000/svg'

/** The sign of a state, as in the list. */
export function signElement(state: IssueState): SVGElement {
  const { d, isOutline } = shapeOf[state]
  return svg(d, `status tone-${toneOf[state]}${isOutline ? ' status-outline' : ''}`)
}

/** The sign of a category. */
export const pictogramElement = (name: string): SVGElement =>
  svg(pictogramPaths[isPictogram(name) ? name : 'other'], 'pictogram pictogram-small')

function svg(d: string, classes: string): SVGElement {
  const element = document.createElementNS(svgSpace, 'svg')
  element.setAttribute('class', classes)
  element.setAttribute('viewBox', '0 0 24 24')
  element.setAttribute('width', '22')
  element.setAttribute('height', '22')
  element.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(svgSpace, 'path')
  path.setAttribute('d', d)
  element.append(path)
  return element
}

/** A real button: it is reached by Tab, named, and pressed by Enter, Space or finger. */
export function markerButton(classes: string, name: string, ...inside: (Node | string)[]): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = classes
  button.setAttribute('aria-label', name)
  button.append(...inside)
  return button
}
