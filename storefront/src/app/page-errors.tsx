import { Component, type ReactNode } from 'react';

/** Catches what a screen breaks on and shows `fallback` in its place; the frame around it stays. */
export class PageErrors extends Component<
  { fallback: (error: unknown, again: () => void) => ReactNode; children: ReactNode },
  { error: unknown }
> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === null
      ? this.props.children
      : this.props.fallback(this.state.error, () => this.setState({ error: null }));
  }
}
