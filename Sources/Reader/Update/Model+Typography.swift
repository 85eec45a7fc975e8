import Articles

extension Model {
  /// Sets articles in another way from now on.
  mutating func use(_ typography: Typography) -> [Effect] {
    var typography = typography
    // Who asked for it at the start has it for as long as the reader runs.
    if surroundings.typography.isPlain { typography.isPlain = true }
    articlePane.use(typography)
    return hyphenate()
  }

  /// Asks for the patterns that part the words of the open article, where that is wished for.
  func hyphenate() -> [Effect] {
    guard articlePane.typography.hyphenates, articlePane.hyphenator == nil,
      let language = articlePane.article?.language
    else { return [] }
    return [.loadHyphenator(language: language)]
  }
}
