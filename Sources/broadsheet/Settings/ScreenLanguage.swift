import Glibc
import Languages
import Reader

/// The language of the screen, and how its dates and numbers are written, by the locale.
enum ScreenLanguage {
  /// English where the locale names no language that the program speaks.
  static func catalogue(_ environment: Environment) -> Catalogue {
    var catalogue =
      languages(environment).lazy
      .compactMap { $0 == "en" ? .english : Catalogue(language: $0, in: PhraseList.table) }
      .first ?? .english
    if let locale = LocaleFormats(environment) { locale.apply(to: &catalogue) }
    return catalogue
  }

  /// Codes of languages, the most wanted first: `LANGUAGE` lists them, except in the C locale.
  static func languages(_ environment: Environment) -> [String] {
    let own = code(of: name("LC_MESSAGES", environment))
    guard own != "C", own != "POSIX", !own.isEmpty else { return [] }
    let listed = (environment["LANGUAGE"] ?? "").split(separator: ":").map { code(of: String($0)) }
    return listed + [own]
  }

  /// What is set for a category: the variable for all, its own, the general one.
  static func name(_ category: String, _ environment: Environment) -> String {
    for variable in ["LC_ALL", category, "LANG"] {
      if let name = environment[variable], !name.isEmpty { return name }
    }
    return ""
  }

  /// The code of a locale's language, in the form in use today: "he" for "iw_IL.UTF-8".
  static func code(of locale: String) -> String {
    let code = String(locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" })
    return code == "iw" ? "he" : code
  }
}

/// How a locale writes dates and numbers, asked of the C library.
///
/// No use is made of a locale that is not installed, and the C locale has nothing to say.
struct LocaleFormats {
  private var phrases: [String: String] = [:]
  private var countsHalfDays = false
  private let language: String

  /// Of the locale for times and numbers; `nil` where that is the C locale or English without a
  /// country.
  init?(_ environment: Environment) {
    let name = ScreenLanguage.name("LC_TIME", environment)
    language = ScreenLanguage.code(of: name)
    guard !["", "C", "POSIX"].contains(language), name != "en",
      let locale = newlocale(LC_TIME_MASK | LC_CTYPE_MASK | LC_NUMERIC_MASK, "", nil)
    else { return nil }
    defer { freelocale(locale) }
    func text(_ item: Int) -> String {
      nl_langinfo_l(nl_item(item), locale).map { String(cString: $0) } ?? ""
    }
    guard text(Int(CODESET)) == "UTF-8" else { return nil }
    for (place, month) in Self.months.enumerated() {
      phrases[month] = text(Int(MON_1) + place)
      phrases["@short \(month.prefix(3))"] = text(Int(ABMON_1) + place)
    }
    for (place, day) in Self.weekdays.enumerated() {
      phrases[day] = text(Int(DAY_1) + place)
      phrases[String(day.prefix(3))] = text(Int(ABDAY_1) + place)
    }
    let separator = text(Int(THOUSEP))
    if !separator.isEmpty { phrases[Catalogue.groupID] = separator }
    countsHalfDays = text(Int(T_FMT)).contains { "rIl".contains($0) }
    phrases.merge(Self.order(text(Int(D_FMT)))) { _, new in new }
  }

  /// Takes over what the language of the screen does not say itself.
  func apply(to catalogue: inout Catalogue) {
    let own = catalogue.translated
    catalogue.override(phrases.filter { $0.key == Catalogue.groupID || !own.contains($0.key) })
    catalogue.countsHalfDays = countsHalfDays
  }

  /// The order of day, month and year, where it is not that of English in Europe.
  private static func order(_ format: String) -> [String: String] {
    let parts = format.filter { "dmyY".contains($0) }.lowercased()
    return switch parts {
    case "mdy":
      [
        "@day month year": "%2 %1, %3", "@weekday day month": "%1 %3 %2",
        "@weekday day month year": "%1 %3 %2, %4",
      ]
    case "ymd":
      [
        "@day month year": "%3 %2 %1", "@weekday day month": "%1 %3 %2",
        "@weekday day month year": "%4 %3 %2 %1",
      ]
    default: [:]
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
}
