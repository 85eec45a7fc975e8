import ArgumentParser
import Fetching
import FoundationEssentials
import Ingest

/// `broadsheet extract`: the article of saved HTML pages, without touching a store.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the article of saved HTML pages; touches no store.",
    discussion: """
      Each page gives one JSON line. A line of a batch is {"file":NAME,"path":PATH,"url":URL}, \
      the path relative to the batch's own file; .gz is unpacked.

      Examples:
        broadsheet extract page.html --url https://example.org/news/1
        broadsheet extract --batch jobs.jsonl > articles.jsonl
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "HTML pages; - is standard input.")
  var files: [String] = []

  @Option(help: ArgumentHelp("Address of the page.", valueName: "url"))
  var url: String?

  @Option(help: ArgumentHelp("Pages to read, one JSON line each.", valueName: "jobs"))
  var batch: String?

  func validate() throws {
    guard files.isEmpty != (batch == nil) else {
      throw ValidationError("give pages, or --batch with a file of jobs")
    }
  }

  func run() throws {
    try FileJob.answer(files, batch: batch) { job, file in
      let context = IngestContext(now: file.modified, base: job.url ?? job.base ?? url)
      return ExtractedJSON(file: job.file, try ExtractedArticle(file.bytes, in: context))
    } refused: { job, problem in
      ExtractedJSON(file: job.file, error: problem)
    }
  }
}
