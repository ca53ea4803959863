/** Who hears what an XML text is made of; names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: string, empty: boolean): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Thrown at text that is not the XML it should be. */
export class MalformedXml extends Error {}

const longestToken = 1024 * 1024;

/**
 * Reads XML a piece at a time and keeps no more than the token at its end. Document types are refused, so there are no
 * entities but the five of XML and characters by number.
 */
export class XmlTokens {
  private rest = '';
  private depth = 0;

  constructor(private readonly listener: XmlListener) {}

  write(piece: string): void {
    const source = this.rest + piece;
    let at = 0;
    for (;;) {
      const start = source.indexOf('<', at);
      if (start < 0) break;
      const end = this.token(source, start);
      if (end < 0) {
        at = this.textBefore(source, at, start);
        break;
      }
      this.textBefore(source, at, start);
      this.markup(source, start, end);
      at = end;
    }
    this.rest = source.slice(at);
    if (this.rest.length > longestToken) throw new MalformedXml('a token is too long');
  }

  end(): void {
    if (this.rest.trim() !== '' || this.depth !== 0) throw new MalformedXml('the text breaks off');
  }

  private textBefore(source: string, from: number, to: number): number {
    if (to > from) this.listener.text?.(decoded(source.slice(from, to)));
    return to;
  }

  /** Where the token that starts here ends; below zero when that is still to come. */
  private token(source: string, start: number): number {
    const second = source.charCodeAt(start + 1);
    if (second !== 33 && second !== 63) return source.indexOf('>', start) + 1 || -1;
    const closing = second === 63 ? '?>' : source.startsWith('<!--', start) ? '-->' : ']]>';
    if (second === 33 && source.length < start + 9) return -1;
    if (closing === ']]>' && !source.startsWith('<![CDATA[', start))
      throw new MalformedXml('document types are refused');
    const end = source.indexOf(closing, start + (second === 63 ? 2 : 4));
    return end < 0 ? -1 : end + closing.length;
  }

  private markup(source: string, start: number, end: number): void {
    const second = source.charCodeAt(start + 1);
    if (second === 47) {
      this.depth -= 1;
      return this.listener.close?.(localName(source.slice(start + 2, end - 1).trimEnd()));
    }
    if (second === 33) {
      if (source.startsWith('<![CDATA[', start)) this.listener.text?.(source.slice(start + 9, end - 3));
      return;
    }
    if (second === 63) return;
    const empty = source.charCodeAt(end - 2) === 47;
    const inner = source.slice(start + 1, empty ? end - 2 : end - 1);
    const space = inner.search(/\s/);
    const name = localName(space < 0 ? inner : inner.slice(0, space));
    this.listener.open?.(name, space < 0 ? '' : inner.slice(space), empty);
    if (empty) this.listener.close?.(name);
    else this.depth += 1;
  }
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

const patterns = new Map<string, RegExp>();

/** An attribute's value, whatever its prefix; null without it. */
export function attribute(attributes: string, name: string): string | null {
  const plain = attributes.indexOf(` ${name}="`);
  if (plain >= 0) {
    const from = plain + name.length + 3;
    return decoded(attributes.slice(from, attributes.indexOf('"', from)));
  }
  let pattern = patterns.get(name);
  if (!pattern) patterns.set(name, (pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)));
  const found = pattern.exec(attributes);
  return found ? decoded(found[1] ?? found[2] ?? '') : null;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
        (whole, hex?: string, decimal?: string, name?: string) => {
          if (name) return named[name] ?? whole;
          const code = hex ? parseInt(hex, 16) : Number(decimal);
          return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        },
      )
    : text;
