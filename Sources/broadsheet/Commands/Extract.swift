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
    var printer = Printer()
    var refused = 0
    let jobs = try batch.map(ParseJob.all) ?? files.map { ParseJob(file: $0, path: $0) }
    for job in jobs {
      let answer = read(job)
      if answer.error != nil { refused += 1 }
      printer.line(try JSONText(answer))
    }
    printer.flush()
    // As with `parse`, the status of a batch only says that it ran.
    if batch == nil, refused > 0 { throw ExitCode(refused < jobs.count ? 1 : 2) }
  }

  private func read(_ job: ParseJob) -> ExtractedJSON {
    do {
      let file =
        try job.path == "-"
        ? SavedFile(standardInputUpTo: NewsDocument.byteLimit, now: Date())
        : SavedFile(path: job.path, limit: NewsDocument.byteLimit, unpacking: true)
      let context = IngestContext(now: file.modified, base: job.url ?? job.base ?? url)
      return ExtractedJSON(file: job.file, try ExtractedArticle(file.bytes, in: context))
    } catch {
      let complaint =
        (error as? IngestError).map { Complaint($0, subject: job.file) } ?? Complaint(error)
        ?? Complaint(job.file, "cannot be read", advice: "check the file")
      if batch == nil { Printer.complain(complaint) }
      return ExtractedJSON(file: job.file, error: complaint.problem)
    }
  }
}
