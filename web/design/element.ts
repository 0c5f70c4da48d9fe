type Child = Node | string | undefined;

interface Props {
  readonly class?: string;
  readonly testid?: string;
  readonly attrs?: Readonly<Record<string, string>>;
}

/** A new element. Text becomes text nodes: nothing that a person wrote is ever parsed as HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { class: className, testid, attrs }: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== undefined) {
    element.className = className;
  }
  if (testid !== undefined) {
    element.dataset['testid'] = testid;
  }
  for (const [name, value] of Object.entries(attrs ?? {})) {
    element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

export function button(
  label: string,
  onClick: () => void,
  props: Props & { readonly icon?: string } = {},
): HTMLButtonElement {
  const labelled = props.icon === undefined ? {} : { 'aria-label': label, title: label };
  const element = el(
    'button',
    { ...props, attrs: { type: 'button', ...labelled, ...props.attrs } },
    props.icon === undefined ? label : icon(props.icon),
  );
  element.addEventListener('click', onClick);
  return element;
}

/** Sets text only when it is another, so that a live region does not speak twice. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** An icon by the path that draws it. */
export function icon(d: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}
