import Articles

/// The zone that a date names.
enum DateZone {
  /// None is named, so UTC.
  case none
  /// Named by letters; seconds east of Greenwich.
  case named(Int)
  /// "ET", "PT": standard or summer time by the day, after the rule of the United States since 2007.
  case american(Int)
  /// Given in numbers; that outranks letters.
  case offset(Int)

  var yieldsToNumbers: Bool {
    if case .offset = self { return false }
    return true
  }

  /// Seconds east of Greenwich at the local time `civil`.
  func seconds(at civil: CivilTime) -> Int {
    switch self {
    case .none: 0
    case .named(let seconds), .offset(let seconds): seconds
    case .american(let standard):
      standard + (Self.isAmericanSummer(civil) ? 3600 : 0)
    }
  }

  /// From the second Sunday of March to the first one of November, each at two o'clock.
  private static func isAmericanSummer(_ civil: CivilTime) -> Bool {
    func sunday(month: Int, count: Int) -> CivilTime {
      let first = CivilTime(year: civil.year, month: month, day: 1)
      return CivilTime(
        year: civil.year, month: month, day: 1 + (7 - first.weekday) % 7 + 7 * (count - 1),
        hour: 2)
    }
    let time = civil.date()
    return sunday(month: 3, count: 2).date() <= time && time < sunday(month: 11, count: 1).date()
  }

  /// Names in lower case with hours east of Greenwich.
  ///
  /// Where one name has several meanings, the one
  /// that more news sites use: IST is India's, CST and EST are North America's, BST is Britain's.
  static let byName: [String: DateZone] = {
    let hours: [(String, Double)] = [
      ("z ut utc gmt wet uct", 0), ("bst cet met mez west wat", 1),
      ("cest mest mesz eet cat sast", 2), ("eest msk trt eat idt", 3),
      ("irst", 3.5), ("gst msd samt", 4), ("aft", 4.5), ("pkt uzt yekt", 5), ("ist", 5.5),
      ("npt", 5.75), ("bdt omst", 6), ("mmt", 6.5), ("ict wib krat", 7),
      ("hkt sgt myt pht wita awst irkt", 8), ("jst kst wit", 9), ("acst", 9.5),
      ("aest chst vlat", 10), ("acdt", 10.5), ("aedt", 11), ("nzst", 12), ("nzdt", 13),
      ("nst", -3.5), ("ndt", -2.5), ("adt art brt clst uyt", -3), ("ast edt clt bot vet", -4),
      ("est cdt pet cot", -5), ("cst mdt", -6), ("mst pdt", -7), ("pst akdt", -8), ("akst", -9),
      ("hst", -10),
    ]
    var zones: [String: DateZone] = [:]
    for (names, offset) in hours {
      for name in names.split(separator: " ") {
        zones[String(name)] = .named(Int(offset * 3600))
      }
    }
    for (name, hours) in [("et", -5), ("ct", -6), ("mt", -7), ("pt", -8)] {
      zones[name] = .american(hours * 3600)
    }
    return zones
  }()
}
