/** Where each speaker speaks stands in the index as a word nobody can type: this and their key. */
export const VOICE = '\u0001'
