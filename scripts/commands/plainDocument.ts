import { LastFew } from '../cache/lastFew.ts'
import { makeTranscript, type TranscriptRecipe } from '../content/transcriptRecipe.ts'
import type { Guest } from '../model/show.ts'
import type { Seconds } from '../model/time.ts'
import type { Piece, SearchDocument } from '../search/document.ts'
import { speechOf } from '../search/speech.ts'

/** A document that can cross to another thread: what is said in it is read there. */
export type PlainDocument =
  | Omit<SearchDocument, 'spoken'>
  | (Omit<SearchDocument, 'spoken' | 'pieces'> & { readonly recipe: SpokenRecipe })

export interface SpokenRecipe {
  readonly transcript: TranscriptRecipe
  /** Seconds; of the episode. */
  readonly duration: Seconds | undefined
}

/** Where transcripts are read. */
export interface ReadingPlace {
  /** The content folder. */
  readonly content: string
  readonly guests: readonly Guest[]
}

/** Two parts of the index and more: whoever names a document by its pieces indexes them next. */
const FEW = 64

/** Makes documents of plain ones. What is said in them is read when somebody asks for it. */
export class DocumentReader {
  readonly #place: ReadingPlace
  readonly #read = new LastFew<readonly Piece[]>(FEW)

  constructor(place: ReadingPlace) {
    this.#place = place
  }

  open(document: PlainDocument): SearchDocument {
    if (!('recipe' in document)) return document
    const { recipe, ...rest } = document
    const read = () => this.#read.get(document.key, () => this.#piecesOf(recipe))
    return {
      ...rest,
      get pieces() {
        return read()
      },
    }
  }

  #piecesOf({ transcript, duration }: SpokenRecipe): Piece[] {
    const { content, guests } = this.#place
    return speechOf(makeTranscript(content, transcript, guests).transcript, duration)
  }
}
