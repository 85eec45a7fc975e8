import Articles

extension Model {
  /// Follows the story of the article under the cursor, or no more.
  mutating func toggleFollowed() -> [Effect] {
    guard let subject else {
      complain("list: no article is selected")
      return []
    }
    let isOn = !(list.rows.first { $0.id == subject.id } ?? subject).isFollowed
    let all = subjects(subject)
    endChoice()
    lastRepeatable = .command(.toggleFollowed)
    // Whichever report was followed: the story is left as a whole.
    let stories = Set(list.rows.filter { all.contains($0.id) }.compactMap(\.story))
    let reports = list.rows.filter { row in
      all.contains(row.id) || row.story.map(stories.contains) ?? false
    }.map(\.id)
    let ids = isOn || reports.isEmpty ? all : reports
    follow(ids, isOn)
    say(
      isOn
        ? "Following: \(subject.title) · \(key: .viewFollowed) shows it"
        : "Followed no more: \(subject.title)")
    return [.perform(.setFollowed(isOn, ids), request(.change))]
  }

  /// Shows on the rows of these articles, and of the other reports of their stories, what holds now.
  mutating func follow(_ ids: [ArticleID], _ isOn: Bool) {
    let followed = list.rows.filter { ids.contains($0.id) }
    let reports = list.rows.filter { row in
      ids.contains(row.id) || followed.contains { isSameStory($0, row) }
    }
    list.change(reports.map(\.id)) { $0.isFollowed = isOn }
  }

  private func isSameStory(_ a: Headline, _ b: Headline) -> Bool {
    a.story != nil && a.story == b.story
  }
}
