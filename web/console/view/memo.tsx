import { Component, type ComponentChild, type ComponentType } from 'preact';

/**
 * The component, drawn anew only if something that it is given is another thing than before. Texts and
 * stores that it watches draw it all the same.
 */
export function memo<P extends object>(Drawn: (props: P) => ComponentChild): ComponentType<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const names = Object.keys(next) as (keyof P)[];
      return names.some((name) => !Object.is(next[name], (this.props as P)[name]));
    }

    override render(props: P): ComponentChild {
      return <Drawn {...props} />;
    }
  };
}
