import Articles

extension Model {
  /// Does what a typed line says: the name of a command, perhaps with an argument.
  mutating func run(_ line: String) -> [Effect] {
    let words = line.split(separator: " ", maxSplits: 1)
    guard let typed = words.first.map(String.init) else { return [] }
    let argument = words.count > 1 ? words[1].trimmed : ""
    if let number = Int(typed), argument.isEmpty { return go(toRow: number) }
    guard let command = Self.command(named: typed) else {
      let nearest = NearestName.of(typed, among: Command.table.map(\.name))
      complain(
        nearest.map { ":\(typed): there is no such command; did you mean :\($0)?" }
          ?? ":\(typed): there is no such command")
      return []
    }
    return argument.isEmpty ? perform(command) : run(command, argument)
  }

  /// What the command does whose name a line begins with; empty until it is one.
  static func help(for line: String) -> Phrase {
    guard let name = line.split(separator: " ").first,
      let entry = command(named: String(name))?.entry
    else { return "" }
    return entry.help
  }

  /// The command of a name, or of the beginning of only one name.
  static func command(named typed: String) -> Command? {
    let short = ["q": "quit", "h": "help", "e": "import"]
    if let command = Command(rawValue: short[typed] ?? typed) { return command }
    let matches = Command.table.filter { $0.name.hasPrefix(typed) }
    return matches.count == 1 ? matches[0].command : nil
  }

  /// Does a command with what was typed behind its name.
  mutating func run(_ command: Command, _ argument: String) -> [Effect] {
    switch command {
    case .search, .query: return search(argument)
    case .filter:
      do throws(QueryError) {
        _ = try QueryText.unfinished(argument, zone: surroundings.zone)
      } catch {
        complain("query: \(error)")
        return []
      }
      return changeScope { $0.filter = argument }
    case .find:
      articlePane.find(argument)
      articlePane.keepFind()
      return []
    case .addTag: return setTopic(argument, isSet: true)
    case .removeTag: return setTopic(argument, isSet: false)
    case .topic: return topic(argument)
    case .why: return why(argument)
    case .story: return story(argument)
    case .source: return search("source:\"\(argument.filter { $0 != "\"" })\"")
    case .view: return view(argument)
    case .rule: return testRule(argument)
    case .sort, .theme, .set: return choose(command, argument)
    case .importPaths:
      say("Importing \(argument) …")
      let paths = argument.split(separator: " ").map(String.init)
      return [.importPaths(paths, request(.intake))]
    case .writeFile: return write(argument)
    case .setMark, .goToMark:
      guard let letter = argument.first, argument.count == 1 else {
        complain(":\(command.rawValue): takes one letter")
        return []
      }
      return command == .setMark ? setMark(letter) : goToMark(letter)
    case .pipe: return pipe(argument)
    case .shell: return [.runCommand(argument, input: nil)]
    case .addFeed: return addFeeds(argument)
    case .removeFeed: return run(.remove(argument))
    case .refresh: return argument == "all" ? refresh(.all) : run(.refresh(argument))
    default:
      complain(":\(command.rawValue): takes no argument")
      return []
    }
  }

  /// Commands whose argument is one of a few known words.
  private mutating func choose(_ command: Command, _ argument: String) -> [Effect] {
    switch command {
    case .sort: if let order = ArticleQuery.Sort(rawValue: argument) { return sort(by: order) }
    case .theme:
      if surroundings.themes.contains(argument) {
        theme = argument
        return [.useTheme(argument), .saveSession(session)]
      }
    default: if let effects = set(argument) { return effects }
    }
    let known: [String] =
      switch command {
      case .sort: ArticleQuery.Sort.allCases.map(\.rawValue)
      case .theme: surroundings.themes
      default: Self.settingArguments
      }
    complain(
      NearestName.of(argument, among: known).map {
        ":\(command.rawValue): \(argument) is not known; did you mean \($0)?"
      } ?? """
        :\(command.rawValue): \(argument) is not known; there is \
        \(known.prefix(6).joined(separator: ", "))
        """)
    return []
  }

  private mutating func go(toRow number: Int) -> [Effect] {
    focus = .headlines
    // Far beyond any list, so that no number that is typed can overflow.
    let row = min(max(1, number), 1 << 40)
    return move(by: row - (list.position ?? list.selection + 1))
  }
}

extension Substring {
  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.prefix(start.count - start.reversed().prefix { $0 == " " }.count))
  }
}
