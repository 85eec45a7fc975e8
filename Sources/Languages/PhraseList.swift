/// The texts of the screen in each language, as a list in UTF-8.
public enum PhraseList {
  /// A row a phrase, columns parted by tabs: the English words, then a language each.
  ///
  /// The first row names the languages. Rows that begin with `;` are notes.
  public static var table: [UInt8] { PackageResources.phrases_tsv }
}
