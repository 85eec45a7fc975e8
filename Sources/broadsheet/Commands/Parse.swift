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
    var printer = Printer()
    var refused = 0
    let jobs = try batch.map(ParseJob.all) ?? files.map { ParseJob(file: $0, path: $0) }
    for job in jobs {
      let answer = read(job)
      if answer.error != nil { refused += 1 }
      printer.line(try JSONText(answer))
    }
    printer.flush()
    // A batch is an experiment: its answers stand in its lines, its status only says that it ran.
    if batch == nil, refused > 0 { throw ExitCode(refused < jobs.count ? 1 : 2) }
  }

  private func read(_ job: ParseJob) -> DocumentJSON {
    do {
      let file =
        try job.path == "-"
        ? SavedFile(standardInputUpTo: NewsDocument.byteLimit, now: Date())
        : SavedFile(path: job.path, limit: NewsDocument.byteLimit, unpacking: true)
      let context = IngestContext(
        now: asOf?.date ?? file.modified, base: job.address ?? base,
        contentType: job.header("content-type") ?? contentType,
        language: job.header("content-language"))
      return DocumentJSON(file: job.file, try NewsDocument.read(file.bytes, in: context))
    } catch {
      let complaint =
        (error as? IngestError).map { Complaint($0, subject: job.file) } ?? Complaint(error)
        ?? Complaint(job.file, "cannot be read", advice: "check the file")
      if batch == nil { Printer.complain(complaint) }
      return DocumentJSON(file: job.file, error: complaint.problem)
    }
  }
}

/// One line of a batch.
struct ParseJob: Decodable {
  /// The name under which the answer is given.
  var file: String
  var path: String
  var base: String?
  var url: String?
  var headers: [String: String]?

  init(file: String, path: String) {
    self.file = file
    self.path = path
  }

  /// The value of a header, whatever the case of its name.
  func header(_ name: String) -> String? {
    headers?.first { $0.key.lowercased() == name }?.value
  }

  /// Where the document came from: what the server said of it, after the address it was asked at.
  var address: String? {
    guard let location = header("content-location") else { return base }
    return location.contains("://") ? location : base
  }

  /// The jobs of a file, their paths made relative to it.
  static func all(in path: String) throws -> [ParseJob] {
    let file = try SavedFile(path: path, limit: 1 << 28)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let decoder = JSONDecoder()
    var jobs: [ParseJob] = []
    for (index, line) in file.bytes.split(separator: 0x0A).enumerated() {
      guard var job = try? decoder.decode(ParseJob.self, from: Data(line)) else {
        throw Complaint(
          path, "line \(index + 1) is no job",
          advice: #"write {"file":…,"path":…} on each line"#)
      }
      if !job.path.hasPrefix("/") { job.path = folder + job.path }
      jobs.append(job)
    }
    return jobs
  }
}
