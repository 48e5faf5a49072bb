/** A drawing as plain data: boxes, texts and pictures, laid out as CSS would. */
export type DrawingNode = BoxNode | TextNode | PictureNode

type Style = Readonly<Record<string, string | number>>

interface BoxNode {
  readonly type: 'container'
  readonly style: Style
  readonly dir?: 'rtl'
  readonly children: DrawingNode[]
}

interface TextNode {
  readonly type: 'text'
  readonly style: Style
  readonly text: string
}

interface PictureNode {
  readonly type: 'image'
  readonly style: Style
  /** A file of the picture cache, whose name changes with its content. */
  readonly src: string
}

export function box(style: Style, ...children: (DrawingNode | undefined | false)[]): BoxNode {
  const shown = children.filter(child => child !== undefined && child !== false)
  return { type: 'container', style: { display: 'flex', ...style }, children: shown }
}

export function text(words: string, style: Style): TextNode {
  return { type: 'text', text: words, style }
}

export function picture(src: string, style: Style): PictureNode {
  return { type: 'image', src, style: { objectFit: 'cover', ...style } }
}

/** One thing to draw, whole: the same drawing always gives the same bytes. */
export interface Drawing {
  readonly node: DrawingNode
  readonly width: number
  readonly height: number
  readonly format: 'png' | 'jpeg'
}
