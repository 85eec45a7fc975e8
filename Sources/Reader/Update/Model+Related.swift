import Articles

extension Model {
  /// Says that the selected article does not belong beside the open one.
  mutating func partFromOpen() -> [Effect] {
    guard let open = articlePane.article?.id, let other = sidebar.selected else {
      complain("related: nothing stands beside the open article; open one that has related ones")
      return []
    }
    sidebar.remove(other.id)
    say("Not related: \(other.headline.title) · \(keyText(.undo)) undoes it")
    return [.perform(.setUnrelated(true, [open, other.id]), request(.change))]
  }
}
