import ArgumentParser
import Articles
import Fetching
import FoundationEssentials
import Ingest

/// `broadsheet parse`: what is read from files, without touching a store.
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what would be read from files; touches no store.",
    discussion: """
      Each file gives one JSON line. A line of a batch is {"file":NAME,"path":PATH,"base":URL,\
      "headers":{…}}, the path relative to the batch's own file; .gz is unpacked.

      Examples:
        broadsheet parse page.html --base https://example.org/
        broadsheet parse --batch jobs.jsonl > parsed.jsonl
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Pages and feed files; - is standard input.")
  var files: [String] = []

  @Option(help: ArgumentHelp("Address that relative links start from.", valueName: "url"))
  var base: String?

  @Option(
    name: .customLong("content-type"),
    help: ArgumentHelp("Media type with charset, as a server gives it.", valueName: "type"))
  var contentType: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Moment from which \"2 hours ago\" counts back.", valueName: "date"))
  var asOf: Moment?

  @Option(help: ArgumentHelp("Files to read, one JSON line each.", valueName: "jobs"))
  var batch: String?

  func validate() throws {
    guard files.isEmpty != (batch == nil) else {
      throw ValidationError("give files, or --batch with a file of jobs")
    }
  }

  func run() throws {
    try FileJob.answer(files, batch: batch) { job, file in
      let context = IngestContext(
        now: asOf?.date ?? file.modified, base: job.address ?? base,
        contentType: job.header("content-type") ?? contentType,
        language: job.header("content-language"))
      return DocumentJSON(file: job.file, try NewsDocument.read(file.bytes, in: context))
    } refused: { job, problem in
      DocumentJSON(file: job.file, error: problem)
    }
  }
}
