import ArgumentParser
import Articles
import Glibc

/// The root of the command line; without a subcommand it opens the reader.
struct Broadsheet: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "broadsheet",
    abstract: "A news reader for the terminal that knows when ten articles are one story.",
    discussion: """
      Without a command it opens the reader. Keys are shown there with ?.

      Examples:
        broadsheet                          open the reader
        broadsheet import saved-pages/      add saved news pages and feed files
        broadsheet list '#ai -#sport' --json
      """,
    version: version,
    subcommands: [
      Read.self, Add.self, Import.self, Refresh.self, Feeds.self, Remove.self, List.self, Show.self,
      Related.self, Stories.self, Topics.self,
      Bookmark.self, Export.self, Parse.self, Extract.self, Themes.self, Config.self,
      Doctor.self, Completions.self, Manual.self,
    ],
    defaultSubcommand: Read.self)

  @OptionGroup var global: GlobalOptions
}

/// Starts the command that the arguments name.
///
/// `main` is not `async`: an `async` entry point parks the main thread and runs commands on a pool
/// thread, where the reader would block that thread and miss signals.
@main
enum Program {
  static func main() {
    do {
      if let choices = Choices(plainArguments: CommandLine.arguments.dropFirst()) {
        return try ReaderSession(choices).run()
      }
      var command = try Broadsheet.parseAsRoot()
      if let background = command as? any BackgroundCommand {
        // The main thread waits while a pool thread does the work.
        try Waiting.result {
          do {
            try await background.carryOut()
          } catch let status as ExitCode {
            Stores.settle()
            throw status
          }
          Stores.settle()
        }
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Says what went wrong in one line and ends with the status of the contract.
  private static func end(with error: any Error) -> Never {
    if let status = error as? ExitCode { exit(status.rawValue) }
    if let complaint = Complaint(error) {
      Printer.complain(complaint)
      exit(complaint.status)
    }
    let status = Broadsheet.exitCode(for: error)
    guard status == .validationFailure else { Broadsheet.exit(withError: error) }
    Printer.complain(
      Complaint(
        "arguments", Broadsheet.message(for: error), advice: "see broadsheet --help", status: 64))
    exit(status.rawValue)
  }
}

/// A command that does its work off the main thread, because it waits for store or network.
protocol BackgroundCommand: ParsableCommand, Sendable {
  func carryOut() async throws
}

extension BackgroundCommand {
  mutating func run() throws {
    preconditionFailure("background commands are started by carryOut()")
  }
}

extension BackgroundCommand {
  /// The topics that `--tag` names.
  static func topics(_ tags: [String]) throws(Complaint) -> [String] {
    try tags.map { typed throws(Complaint) in
      guard let name = TopicName.normalised(typed) else {
        throw Complaint("--tag \(typed)", "names no topic", advice: "use letters", status: 64)
      }
      return name
    }
  }
}
