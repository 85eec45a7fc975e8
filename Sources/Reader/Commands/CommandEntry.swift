/// What the table of commands says of one command: the one source of keys, help and completion.
public struct CommandEntry: Sendable, Hashable {
  /// A chapter of the help.
  public enum Chapter: String, Sendable, Hashable, CaseIterable {
    case moving = "Moving"
    case deciding = "Deciding"
    case looking = "Looking for"
    case taking = "Taking along"
    case screen = "The screen"
    case program = "The program"
  }

  /// What is asked for.
  public var command: Command
  /// Where it stands in the help.
  public var chapter: Chapter
  /// A few words: the pop-up of continuations and the key hints show it.
  public var title: Phrase
  /// A whole sentence for the help.
  public var help: Phrase
  /// Default keys, each a sequence in key notation.
  public var keys: [String]
  /// Panes in which the keys work; where several commands share a key, their panes differ.
  public var panes: Set<Pane>
  /// Whether `.` does it again.
  public var isRepeatable: Bool
  /// Whether a number typed before the key means how often or which.
  public var takesCount: Bool
  /// The argument that the command line wants, as shown in the help: "PATH"; `nil` for none.
  public var argument: String?

  /// The name typed after `:`.
  public var name: String { command.rawValue }

  /// The sentence of the help in English, with the default keys.
  public var manual: String {
    Catalogue.english.text(help) { command in
      Keymap.standard.notations(of: command).first ?? ":" + command.rawValue
    }
  }

  init(
    _ command: Command, _ chapter: Chapter, _ title: Phrase, _ help: Phrase, keys: [String] = [],
    panes: Set<Pane> = Set(Pane.allCases), repeats: Bool = false, counts: Bool = false,
    argument: String? = nil
  ) {
    self.command = command
    self.chapter = chapter
    self.title = title
    self.help = help
    self.keys = keys
    self.panes = panes
    isRepeatable = repeats
    takesCount = counts
    self.argument = argument
  }
}

extension Command {
  /// Every command once, in the order of the help.
  public static let table: [CommandEntry] =
    moving + deciding + looking + taking + screen + program

  private static let entries = Dictionary(
    table.map { ($0.command, $0) }, uniquingKeysWith: { first, _ in first })

  /// What the table says of this command.
  public var entry: CommandEntry {
    Self.entries[self] ?? CommandEntry(self, .program, Phrase(verbatim: rawValue), "")
  }
}
