import Fetching
import FoundationEssentials
import TextLayout

/// The hyphenation patterns that the system has installed (on Debian the packages `hyphen-en-us`,
/// `hyphen-de` and others).
enum HyphenFiles {
  private static let folder = "/usr/share/hyphen"

  /// Parts words of a language, named as pages do ("de", "en-GB"); `nil` when there are no patterns
  /// for it.
  static func hyphenator(for language: String) -> Hyphenator? {
    let parts = language.split { $0 == "-" || $0 == "_" }.prefix(2).map(String.init)
    guard let tongue = parts.first?.lowercased(), (2...3).contains(tongue.utf8.count),
      tongue.allSatisfy({ $0.isASCII && $0.isLetter }),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return nil }
    let known = Set(names)
    let region = parts.count > 1 ? parts[1].uppercased() : nil
    let wanted =
      [region, tongue.uppercased(), tongue == "en" ? "US" : nil].compactMap(\.self)
      .map { "hyph_\(tongue)_\($0).dic" } + ["hyph_\(tongue).dic"]
    let others = names.filter { $0.hasPrefix("hyph_\(tongue)_") && $0.hasSuffix(".dic") }.sorted()
    guard let name = (wanted + others).first(where: known.contains),
      let file = try? SavedFile(path: "\(folder)/\(name)", limit: Hyphenator.sizeLimit)
    else { return nil }
    return Hyphenator(file.bytes)
  }
}
