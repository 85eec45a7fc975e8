import ArgumentParser
import Fetching
import FoundationEssentials
import Ingest

/// One line of a batch.
struct FileJob: Decodable {
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
  static func all(in path: String) throws -> [FileJob] {
    let file = try SavedFile(path: path, limit: 1 << 28)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let decoder = JSONDecoder()
    var jobs: [FileJob] = []
    for (index, line) in file.bytes.split(separator: 0x0A).enumerated() {
      guard var job = try? decoder.decode(FileJob.self, from: Data(line)) else {
        throw Complaint(
          path, "line \(index + 1) is no job",
          advice: #"write {"file":…,"path":…} on each line"#)
      }
      if !job.path.hasPrefix("/") { job.path = folder + job.path }
      jobs.append(job)
    }
    return jobs
  }

  /// Answers for files, or for the jobs of a batch, one JSON line each.
  /// - read: The answer for a file that could be opened.
  /// - refused: The answer for one that gave nothing, with the reason.
  /// - Throws: `ExitCode` when files were refused. A batch is an experiment: its answers stand in
  ///   its lines, and its status only says that it ran.
  static func answer<Answer: Encodable>(
    _ files: [String], batch: String?, read: (FileJob, SavedFile) throws -> Answer,
    refused: (FileJob, String) -> Answer
  ) throws {
    var printer = Printer()
    var refusals = 0
    let jobs = try batch.map(all) ?? files.map { FileJob(file: $0, path: $0) }
    for job in jobs {
      do {
        printer.line(try JSONText(try read(job, try job.open())))
      } catch {
        let complaint =
          (error as? IngestError).map { Complaint($0, subject: job.file) } ?? Complaint(error)
          ?? Complaint(job.file, "cannot be read", advice: "check the file")
        if batch == nil { Printer.complain(complaint) }
        refusals += 1
        printer.line(try JSONText(refused(job, complaint.problem)))
      }
    }
    printer.flush()
    if batch == nil, refusals > 0 { throw ExitCode(refusals < jobs.count ? 1 : 2) }
  }

  private func open() throws(FileError) -> SavedFile {
    try path == "-"
      ? SavedFile(standardInputUpTo: NewsDocument.byteLimit, now: Date())
      : SavedFile(path: path, limit: NewsDocument.byteLimit, unpacking: true)
  }
}
