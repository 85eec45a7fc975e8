import Fetching
import FoundationEssentials
import Glibc
import Screen
import Storage
import Terminal

/// What the doctor looks at; nothing of it writes.
struct Checks {
  let choices: Choices
  let places: Places
  let environment = Environment()

  /// Everything, in the order in which a start of the reader meets it.
  func all() -> [Finding] { configuration + locale + terminal + store }

  // MARK: - Configuration

  private var configuration: [Finding] {
    var findings = [folder("configuration", places.config)]
    guard findings[0].state != .problem else { return findings }
    do {
      _ = try ConfigFile.read(places)
      let isThere = access(places.configFile, F_OK) == 0
      findings.append(
        .fine("settings", isThere ? places.configFile : "no config.toml; the usual ones are used"))
    } catch {
      findings.append(.problem("settings", error))
    }
    return findings + [keys, themes]
  }

  private func folder(_ subject: String, _ path: String) -> Finding {
    var status = stat()
    guard stat(path, &status) == 0 else { return .fine(subject, "\(path) (not there yet)") }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      return .problem(subject, "\(path): is no folder", advice: "move the file away")
    }
    guard access(path, R_OK | X_OK) == 0 else {
      return .problem(subject, "\(path): may not be read", advice: "check its permissions")
    }
    guard access(path, W_OK) == 0 else {
      return .remark(subject, "\(path): may not be written to", advice: "check its permissions")
    }
    return .fine(subject, path)
  }

  private var keys: Finding {
    do {
      _ = try KeysFile.read(places)
      let isThere = access(places.keysFile, F_OK) == 0
      return .fine("keys", isThere ? places.keysFile : "no keys.toml; the usual ones are used")
    } catch {
      return .problem("keys", error)
    }
  }

  /// The user's own themes, each of which must be readable.
  private var themes: Finding {
    let catalogue = ThemeCatalogue(folder: places.themesFolder)
    for name in catalogue.names {
      do {
        _ = try catalogue.theme(named: name)
      } catch {
        return .problem("themes", error)
      }
    }
    return .fine("themes", "\(catalogue.names.count) can be used")
  }

  // MARK: - Terminal

  private var locale: [Finding] {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { name in
      environment[name].flatMap { $0.isEmpty ? nil : "\(name)=\($0)" }
    }
    let named = names.first ?? "none is set"
    let (encoding, isKnown) = TerminalFeatures.locale()
    guard isKnown else {
      return [
        .remark(
          "locale", "\(named): this system does not know it; C.UTF-8 is used",
          advice: "choose one of locale -a, or install it")
      ]
    }
    guard encoding == "UTF-8" else {
      return [
        .remark(
          "locale", "\(named): encoding \(encoding); UTF-8 is used nevertheless",
          advice: "set LANG=C.UTF-8 when letters look wrong")
      ]
    }
    return [.fine("locale", "\(named), UTF-8")]
  }

  private var terminal: [Finding] {
    let features: TerminalFeatures
    do throws(TerminalError) {
      features = try TerminalFeatures.read([
        "TERM": environment["TERM"] ?? "", "COLORTERM": environment["COLORTERM"] ?? "",
      ])
    } catch {
      return [.problem("terminal", Complaint(error))]
    }
    var findings = [Finding.fine("terminal", Self.words(for: features)), colors(features)]
    if let size = features.size {
      findings.append(
        size.columns < 20 || size.rows < 5
          ? .problem(
            "size", "\(size.columns)×\(size.rows)", advice: "make the window 20×5 or larger")
          : .fine("size", "\(size.columns)×\(size.rows)"))
    }
    return findings + [pictures]
  }

  private static func words(for features: TerminalFeatures) -> String {
    let parts = [
      (features.hasItalics, "italics"), (features.hasMouse, "mouse"),
      (features.hasSecondScreen, "second screen"),
    ]
    let has = parts.filter(\.0).map(\.1)
    let lacks = parts.filter { !$0.0 }.map(\.1)
    return features.name + (has.isEmpty ? "" : ": " + has.joined(separator: ", "))
      + (lacks.isEmpty ? "" : "; without " + lacks.joined(separator: ", "))
  }

  private func colors(_ features: TerminalFeatures) -> Finding {
    if !choices.usesColor || !(environment["NO_COLOR"] ?? "").isEmpty {
      return .fine("colours", "off, as asked for; everything is told by marks and letters, too")
    }
    switch features.depth {
    case .direct: return .fine("colours", "24 bits")
    case .palette(let count) where count >= 256:
      return .remark(
        "colours", "\(count); themes are drawn in the nearest of them",
        advice: "set COLORTERM=truecolor when the right end of the card below is smooth")
    case .palette(let count):
      return .remark(
        "colours", "\(count); themes are drawn in the nearest of them",
        advice: "set TERM to a name with -256color when the terminal has more")
    case .none:
      return .remark(
        "colours", "none; letters and marks tell everything",
        advice: "set TERM to the terminal's own name when it has colours")
    }
  }

  private var pictures: Finding {
    guard let decoder = PictureDecoder(path: environment["PATH"] ?? "") else {
      return .fine("pictures", "chafa is not installed; captions are shown")
    }
    guard decoder.isLimited else {
      return .remark(
        "pictures", "\(decoder.program), whose memory is not limited",
        advice: "install util-linux, which has prlimit")
    }
    return .fine("pictures", "\(decoder.program) makes cells of them when they are asked for")
  }

  // MARK: - Store

  private var store: [Finding] {
    let folder = folder("data", places.data)
    guard folder.state != .problem else { return [folder] }
    let checkup = StoreCheckup(folder: places.data)
    return [
      folder, file("articles", checkup.articles), file("library", checkup.library),
      room(checkup.freeBytes),
    ].compactMap(\.self)
  }

  private func file(_ subject: String, _ file: StoreCheckup.File) -> Finding {
    if let problem = file.problem { return .problem(subject, Complaint(problem)) }
    guard let bytes = file.bytes else { return .fine(subject, "none yet") }
    return .fine(subject, "\(file.path), \(Self.size(bytes))")
  }

  private func room(_ bytes: Int?) -> Finding? {
    guard let bytes else { return nil }
    let text = "\(Self.size(bytes)) free"
    guard bytes >= 100 << 20 else {
      return .remark("disk", text, advice: "make room before the next refresh")
    }
    return .fine("disk", text)
  }

  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<10_000: "\(bytes) bytes"
    case ..<10_000_000: "\(bytes / 1000) kB"
    case ..<10_000_000_000: "\(bytes / 1_000_000) MB"
    default: "\(bytes / 1_000_000_000) GB"
    }
  }
}
