extension Model {
  /// Folds and opens the stories of the list.
  mutating func fold(by command: Command) -> [Effect] {
    focus = .headlines
    switch command {
    case .toggleFold:
      guard list.toggleStory() else {
        complain(
          "story: nothing stands under this row; \(keyText(.toggleRelated)) shows what is related"
        )
        return []
      }
    default:
      list.close(stories: command == .foldAll)
      list.close(copies: command == .foldAll)
      say(
        command == .foldAll
          ? "Stories folded · \(keyText(.toggleFold)) opens one, \(keyText(.unfoldAll)) all"
          : "Stories opened")
    }
    fitPanes()
    return keepNear() + rest()
  }
}
