import Articles

/// The arguments of commands that Tab completes.
extension Model {
  /// The name of a topic or source in a line, or a word of the few that a command takes.
  func argument(in prompt: Prompt) -> QueryCompletion? {
    switch prompt.kind {
    case .addTag: return QueryCompletion(from: 0, in: prompt, subject: .names(.topic))
    case .removeTag: return QueryCompletion(from: 0, in: prompt, subject: .words(presentTopics))
    case .command: break
    default: return nil
    }
    let words = prompt.line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2, let command = Self.command(named: String(words[0])) else { return nil }
    let start = words[0].count + 1
    switch command {
    case .topic: return topicArgument(String(words[1]), from: start, in: prompt)
    case .source: return QueryCompletion(from: start, in: prompt, subject: .names(.source))
    case .addTag: return QueryCompletion(from: start, in: prompt, subject: .names(.topic))
    default: break
    }
    return known(of: command).flatMap {
      QueryCompletion(from: start, in: prompt, subject: .words($0))
    }
  }

  /// A topic, a verb, or one of the topics behind a verb.
  private func topicArgument(
    _ argument: String, from start: Int, in prompt: Prompt
  ) -> QueryCompletion? {
    let verbs = ["rename ", "merge "]
    guard verbs.contains(where: argument.hasPrefix) else {
      return QueryCompletion(from: start, in: prompt, subject: .names(.topic), verbs: verbs)
    }
    let last = prompt.text[..<prompt.cursor].lastIndex(of: " ") ?? start
    return QueryCompletion(
      from: last + 1, in: prompt, subject: .names(.topic), isHyphenated: true)
  }

  /// What can stand behind a command, where it is known here; `nil` elsewhere.
  private func known(of command: Command) -> [String]? {
    switch command {
    case .removeTag: presentTopics
    case .why: presentTopics.map { "topic \($0)" }
    case .story: ["merge", "split"]
    case .set: Self.settingArguments
    case .sort: ArticleQuery.Sort.allCases.map(\.rawValue)
    case .theme: surroundings.themes
    case .view: viewArguments
    case .removeFeed: feedNames
    case .refresh: ["all"] + feedNames
    case .goToMark: marks.keys.map(String.init).sorted()
    default: nil
    }
  }

  /// The topics of the articles that a change is for.
  private var presentTopics: [String] {
    guard let subject else { return [] }
    let ids = Set(subjects(subject))
    let rows = list.rows.filter { ids.contains($0.id) }
    var topics: [String] = []
    for topic in (rows.isEmpty ? [subject] : rows).flatMap(\.topics)
    where !topics.contains(topic) {
      topics.append(topic)
    }
    return topics
  }
}
