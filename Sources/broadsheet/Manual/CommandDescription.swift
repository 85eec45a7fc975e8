import ArgumentParser
import FoundationEssentials

/// What the argument parser knows of a command.
struct CommandDescription: Decodable {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var subcommands: [CommandDescription]?
  var arguments: [ArgumentDescription]?

  /// The program with everything below it.
  static func ofProgram() throws -> CommandDescription {
    struct Tool: Decodable { var command: CommandDescription }
    let text = Broadsheet._dumpHelp()
    return try JSONDecoder().decode(Tool.self, from: Data(text.utf8)).command
  }

  var shownCommands: [CommandDescription] {
    (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }

  var shownArguments: [ArgumentDescription] {
    (arguments ?? []).filter { $0.shouldDisplay != false }
  }
}

/// What the argument parser knows of an argument, an option or a flag.
struct ArgumentDescription: Decodable {
  struct Name: Decodable {
    var kind: String
    var name: String
  }

  var kind: String
  var shouldDisplay: Bool?
  var isOptional: Bool?
  var isRepeating: Bool?
  var names: [Name]?
  var valueName: String?
  var abstract: String?

  private static let globalNames: Set<String> = [
    "data", "config", "theme", "no-color", "log-level", "help", "version",
  ]

  /// Whether every command takes it.
  var isGlobal: Bool { (names ?? []).contains { Self.globalNames.contains($0.name) } }

  /// As it is typed: "--limit N", "[QUERY ...]".
  var usage: String {
    let value = (valueName ?? "value") + (isRepeating == true ? " ..." : "")
    guard kind != "positional" else { return isOptional == true ? "[\(value)]" : "<\(value)>" }
    let typed = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
    return typed.joined(separator: ", ") + (kind == "option" ? " <\(valueName ?? "value")>" : "")
  }
}
