import Articles
import FoundationEssentials
import TextLayout

/// What other programs and files are given: the article, the media that belong to it.
extension Model {
  /// `w`: asks for the file, with a name made from the headline.
  mutating func askForFile() -> [Effect] {
    guard let article = subjectArticle("write") else { return [] }
    ask(.command, text: "write ~/\(Self.fileName(of: article.head.title)).md")
    return []
  }

  /// `:write FILE`.
  mutating func write(_ path: String) -> [Effect] {
    guard let article = subjectArticle("write") else { return [] }
    return [.write(article.id, path: path, request(.file))]
  }

  /// A headline as a name that every file system and shell takes: letters and digits of its first
  /// words, parted by hyphens.
  static func fileName(of title: String) -> String {
    let words = title.folded.split { !$0.isLetter && !$0.isNumber }
    var name = ""
    for word in words where name.count + word.count < 60 {
      name += (name.isEmpty ? "" : "-") + word
    }
    return name.isEmpty ? "article" : name
  }

  /// `:pipe COMMAND`: hands the text of the article to a command of the user's.
  mutating func pipe(_ command: String) -> [Effect] {
    guard let article = subjectArticle("pipe") else { return [] }
    let typography = articlePane.typography
    let lines = ArticleTypesetter.lines(
      of: article, columns: typography.measure, now: now, zone: surroundings.zone,
      typography: typography, hyphenator: articlePane.hyphenator)
    return [.runCommand(command, input: lines.map { $0.string + "\n" }.joined())]
  }

  /// `e`: opens the sound, film or file that came with the article; several are listed.
  mutating func openMedia() -> [Effect] {
    guard let article = subjectArticle("media") else { return [] }
    let media = article.enclosures.enumerated().map { place, enclosure in
      ArticleLink(number: place + 1, address: enclosure.url, text: enclosure.type ?? "")
    }
    guard let first = media.first else {
      say("media: the article has none")
      return []
    }
    if let count {
      guard media.indices.contains(count - 1) else {
        complain("media \(count): the article has \(media.count)")
        return []
      }
      return open(media[count - 1])
    }
    guard media.count > 1 else { return open(first) }
    mode = .links(LinkPanel(media))
    return []
  }

  /// Marks read what stands above the cursor, or below it, as one step.
  mutating func markRead(above isAbove: Bool) -> [Effect] {
    guard let selected = list.selected else {
      complain("list: no article is selected")
      return []
    }
    guard scope.sort == .newest || scope.sort == .oldest else {
      complain("read: the list is sorted by \(scope.sort.rawValue), not by time")
      return []
    }
    let isNewer = isAbove == (scope.sort == .newest)
    let moment = selected.published
    list.change(
      list.rows.filter { isNewer ? $0.published > moment : $0.published < moment }.map(\.id)
    ) {
      $0.isUnread = false
    }
    let condition: ArticleQuery.Condition =
      isNewer ? .since(.at(moment.addingTimeInterval(1))) : .before(.at(moment))
    return [.perform(.markAllRead(query.and(condition)), request(.change))]
  }
}
