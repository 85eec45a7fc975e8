import Articles
import Screen

/// The time line of a story.
extension Model {
  mutating func openStory() -> [Effect] {
    guard let subject else {
      complain("story: no article is selected")
      return []
    }
    return [.loadStory(subject.id, limit: StoryPanel.limit, request(.story))]
  }

  /// `:story merge` and `:story split`.
  mutating func story(_ argument: String) -> [Effect] {
    switch argument {
    case "merge":
      guard let open = articlePane.article?.id, let other = sidebar.selected?.headline else {
        complain("story: nothing stands beside the open article; select what belongs to its story")
        return []
      }
      return [.perform(.joinStory([open, other.id]), request(.change))]
    case "split":
      guard let subject else {
        complain("story: no article is selected")
        return []
      }
      return [.perform(.leaveStory([subject.id]), request(.change))]
    default:
      complain(":story merge takes the selected related article in, :story split takes one out")
      return []
    }
  }

  mutating func takeIn(
    _ reports: [StoryReport], of id: ArticleID, _ request: Request
  ) -> [Effect] {
    guard isCurrent(request), mode == .reading else { return [] }
    guard reports.count > 1 else {
      say("There is no other report of this story")
      return []
    }
    mode = .story(StoryPanel(reports, around: id))
    return []
  }

  mutating func press(_ key: Key, in panel: StoryPanel) -> [Effect] {
    var panel = panel
    let action = action(of: key, in: .story)
    guard let row = action?.row(from: panel.selection, page: 5) else {
      mode = restingMode
      return action == .choose ? panel.selected.map { read($0.headline) } ?? [] : []
    }
    panel.select(row)
    mode = .story(panel)
    return []
  }
}
