import FoundationEssentials
import Glibc
import Ingest
import Screen
import Storage
import Terminal

/// Makes cells of a picture by the program `chafa`, which is held on a short lead: it gets the bytes
/// and nothing else, may use so much memory and time, and can write no file.
struct PictureDecoder: Sendable {
  /// The path of `chafa`.
  let program: String
  /// The program that sets limits (util-linux); without it only time is limited.
  private let limiter: String?
  /// Whether its memory is limited, too.
  var isLimited: Bool { limiter != nil }

  /// Seconds that a picture may take.
  private static let patience = 8
  /// What the decoder may use: bytes of memory, seconds of a processor, open files; it writes none.
  private static let limits = [
    "--as=1073741824", "--cpu=\(patience)", "--nofile=32", "--fsize=0", "--core=0",
  ]
  private static let options = [
    "-f", "symbols", "--symbols", "vhalf", "--colors", "full", "--animate", "off", "--threads",
    "1", "--polite", "on", "--dither", "none",
  ]

  /// Finds the program in the folders of `PATH`; `nil` when it is not installed.
  init?(path: String) {
    func find(_ name: String) -> String? {
      path.split(separator: ":").map { "\($0)/\(name)" }
        .first { $0.hasPrefix("/") && access($0, X_OK) == 0 }
    }
    guard let program = find("chafa") else { return nil }
    self.program = program
    limiter = find("prlimit")
  }

  /// The picture in at most so many cells; cancelling the task ends the program.
  /// - Throws: `Complaint`.
  func blocks(of picture: [UInt8], columns: Int, rows: Int) async throws -> BlockPicture {
    let stop = ProgramRun.StopSign()
    return try await withTaskCancellationHandler {
      // The thread waits for the program: it must be none of those that tasks share.
      try await withCheckedThrowingContinuation { continuation in
        WorkerPool.startThread {
          continuation.resume(
            with: Result { try decode(picture, columns: columns, rows: rows, stop) })
        }
      }
    } onCancel: {
      stop.set()
    }
  }

  /// The most cells that a picture fills: a small one is not made larger than it is, with a pixel to
  /// a column and two to a row.
  private static func size(
    of picture: [UInt8], columns: Int, rows: Int
  ) throws(Complaint) -> String {
    do throws(PictureProblem) {
      let header = try PictureHeader(picture)
      return "\(min(columns, header.width))x\(min(rows, (header.height + 1) / 2))"
    } catch {
      throw Complaint("picture", error.words, advice: "its caption stays")
    }
  }

  private func decode(
    _ picture: [UInt8], columns: Int, rows: Int, _ stop: ProgramRun.StopSign
  ) throws(Complaint) -> BlockPicture {
    let size = try Self.size(of: picture, columns: columns, rows: rows)
    let command = [program] + Self.options + ["--size", size, "-"]
    let run: ProgramRun
    do throws(ProgramRun.Failure) {
      run = try ProgramRun.run(
        (limiter.map { [$0] + Self.limits } ?? []) + command,
        .init(
          seconds: Self.patience, outputLimit: ChafaOutput.limit + 1, input: picture,
          isCutOff: true, stop: stop))
    } catch {
      throw Complaint("picture", "chafa \(error.words)", advice: "its caption stays")
    }
    guard run.status == 0,
      let blocks = ChafaOutput.picture(run.output, columns: columns, rows: rows)
    else {
      throw Complaint("picture", "chafa could not read it", advice: "its caption stays")
    }
    return blocks
  }
}
