extension Model {
  /// Folds and opens the stories of the list.
  mutating func fold(by command: Command) -> [Effect] {
    focus = .headlines
    switch command {
    case .toggleFold:
      guard list.toggleStory() else {
        complain(
          "story: there is no other report of it in this list; \(keyText(.toggleRelated)) shows what is related"
        )
        return []
      }
    default:
      list.close(stories: command == .foldAll)
      say(
        command == .foldAll
          ? "Stories folded · \(keyText(.toggleFold)) opens one, \(keyText(.unfoldAll)) all"
          : "Stories opened")
    }
    fitPanes()
    return keepNear() + rest()
  }
}
