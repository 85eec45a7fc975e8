import Articles
import FoundationEssentials
import Glibc
import Reader
import Storage
import TextLayout

/// One article as a file, in the format that the end of its name says.
enum ArticleFile {
  /// Writes an article to a file that is not there yet.
  /// - Returns: Its path.
  /// - Throws: `Complaint` naming the file, or `StoreError`.
  static func write(
    _ id: ArticleID, to typed: String, in store: ArticleStore, _ places: Places
  ) async throws -> String {
    let path = PathList.withHome(typed)
    guard access(path, F_OK) != 0 else {
      throw Complaint(typed, "exists already", advice: "write to another name")
    }
    guard let exported = try await ExportedArticle(id, in: store) else {
      throw Complaint("article", "it is not in the store any more", advice: "choose another")
    }
    let name = path.split(separator: "/").last ?? ""
    switch name.split(separator: ".").last?.lowercased() {
    case "md", "markdown":
      try write(exported, as: MarkdownExport(zone: SystemZone.current()), to: path)
    case "html", "htm": try write(exported, as: HTMLExport(zone: SystemZone.current()), to: path)
    case "json": try write(exported, as: JSONExport(), to: path)
    default:
      let lines = try lines(of: exported.article, columns: 80, places)
      let bytes = lines.map { $0.string + "\n" }.joined().utf8
      try OutputFile.write(Array(bytes), to: path)
    }
    return typed
  }

  /// An article as lines, set as the reader sets it; `isPlain` for screen readers.
  static func lines(
    of article: Article, columns: Int, isPlain: Bool = false, _ places: Places
  ) throws -> [CleanText] {
    let settings = try ConfigFile.read(places).article ?? ArticleSettings()
    var typography = settings.typography(Environment())
    if isPlain { typography.isPlain = true }
    let hyphenator =
      typography.hyphenates ? article.language.flatMap(HyphenFiles.hyphenator) : nil
    return ArticleTypesetter.lines(
      of: article, columns: columns, now: Date(), zone: SystemZone.current(),
      typography: typography, hyphenator: hyphenator)
  }

  private static func write(
    _ article: ExportedArticle, as format: some ArticleExport, to path: String
  ) throws {
    var format = format
    var sink = ExportSink(path: path)
    try format.begin(&sink)
    try format.add(article, to: &sink)
    try format.end(&sink)
    try sink.finish()
  }
}
