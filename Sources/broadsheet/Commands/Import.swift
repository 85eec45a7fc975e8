import ArgumentParser
import Articles
import Fetching
import FoundationEssentials
import Logging
import Storage
import TextLayout

/// `broadsheet import`: adds articles from files.
struct Import: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add articles from pages and feed files, feeds from OPML and urls files, bookmarks.",
    discussion: """
      A folder is walked, - reads standard input; the format is recognised from the content. \
      Importing the same thing twice adds nothing.

      Examples:
        broadsheet import ~/saved-pages --source "Arab News" --tag pakistan
        curl -s https://example.org/feed.xml | broadsheet import -
        broadsheet import subscriptions.opml ~/.newsboat/urls
        broadsheet import bookmarks.html        # of any browser; JSON of Pinboard, too
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Pages (.txt, .html), feed files, OPML, newsboat urls, bookmarks, folders, or -.")
  var paths: [String]

  @Option(help: ArgumentHelp("The publication's name.", valueName: "name"))
  var source: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Topic that every article gets; may be repeated.", valueName: "topic"))
  var tag: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Moment from which \"2 hours ago\" counts back, instead of the file's own time.",
      valueName: "date"))
  var asOf: Moment?

  @Flag(help: "Print the result as JSON.")
  var json = false

  func carryOut() async throws {
    let tags = try Self.topics(tag)
    // A mistake in the rules is told before anything is changed.
    let places = try Places(global.choices)
    _ = try ConfigFile.read(places)
    let store = try Stores.open(global)
    let importer = Importer(store: store)
    let options = Importer.Options(source: source, tags: tags, asOf: asOf?.date)
    let summary = try await importer.importFiles(paths, options: options, now: Date())
    let log = Logger(label: "import")
    log.info("\(summary.new) new, \(summary.changed) changed, \(summary.unchanged) unchanged")
    for refusal in summary.refused { log.warning("\(Complaint(refusal).line)") }
    report(summary)
    try await AnalysisQueue(store: store).catchUp(upTo: AnalysisQueue.inlineLimit)
    _ = try await Rules.apply(in: store, places)
    let listed = summary.feeds.map { $0.new + $0.known + $0.views + $0.mutings } ?? 0
    let done = summary.new + summary.changed + summary.unchanged + listed
    if !summary.refused.isEmpty || summary.feeds?.skipped.isEmpty == false {
      throw ExitCode(done > 0 ? 1 : 2)
    }
  }

  private func report(_ summary: Importer.Summary) {
    for refusal in summary.refused { Printer.complain(Complaint(refusal)) }
    for skipped in summary.feeds?.skipped ?? [] { Printer.complain(Complaint(skipped)) }
    var printer = Printer()
    if json, let text = try? JSONText(ImportJSON(summary)) {
      printer.line(text)
    } else {
      printer.line(
        CleanText(
          "\(summary.new) new, \(summary.changed) changed, \(summary.unchanged) unchanged, "
            + "\(summary.refused.count) refused"))
      if let count = summary.bookmarks {
        printer.line(CleanText("\(count) bookmarks new or changed"))
      }
      guard let feeds = summary.feeds else { return }
      printer.line(
        CleanText(
          "\(feeds.new) new feeds, \(feeds.known) known, \(feeds.views) views, "
            + (feeds.mutings > 0 ? "\(feeds.mutings) mutings, " : "")
            + "\(feeds.skipped.count) not taken; fetch them: broadsheet refresh"))
    }
  }
}
