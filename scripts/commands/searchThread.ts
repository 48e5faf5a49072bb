import { LastFew } from '../cache/lastFew.ts'
import { makeTranscript, type TranscriptRecipe } from '../content/transcriptRecipe.ts'
import type { Guest } from '../model/show.ts'
import type { Seconds } from '../model/time.ts'
import type { Piece, SearchDocument } from '../search/document.ts'
import { type SearchIndexReport, writeIndexOf } from '../search/index.ts'
import { speechOf } from '../search/speech.ts'
import { carryOut } from '../threads/carryOut.ts'

/** A search index to be written. */
export interface SearchTask {
  /** The content folder. */
  readonly content: string
  readonly guests: readonly Guest[]
  readonly documents: readonly PlainDocument[]
  /** The folder of the site. */
  readonly folder: string
  readonly cacheDir: string
}

/** A document that can cross to another thread: what is said in it is read there. */
export type PlainDocument =
  | Omit<SearchDocument, 'spoken'>
  | (Omit<SearchDocument, 'spoken' | 'pieces'> & { readonly recipe: SpokenRecipe })

export interface SpokenRecipe {
  readonly transcript: TranscriptRecipe
  /** Seconds; of the episode. */
  readonly duration: Seconds | undefined
}

carryOut(({ documents, folder, cacheDir, ...place }: SearchTask): Promise<SearchIndexReport> => {
  const read = new LastFew<readonly Piece[]>(FEW)
  const readable = documents.map(document => withPieces(document, place, read))
  return writeIndexOf(readable, folder, { cacheDir })
})

/** Two parts of the index and more: whoever names a document by its pieces indexes them next. */
const FEW = 64

type Place = Pick<SearchTask, 'content' | 'guests'>

/** Reads what is said only when somebody asks for it, which is when it is new. */
function withPieces(
  document: PlainDocument,
  { content, guests }: Place,
  read: LastFew<readonly Piece[]>,
): SearchDocument {
  if (!('recipe' in document)) return document
  const { recipe, ...rest } = document
  return {
    ...rest,
    get pieces() {
      return read.get(document.key, () =>
        speechOf(makeTranscript(content, recipe.transcript, guests).transcript, recipe.duration),
      )
    },
  }
}
