import Storage

/// Repairs the store and tells what was done, a line each.
enum Repairs {
  static func carryOut(_ places: Places) throws -> [Finding] {
    let deeds = try StoreRepair.carryOut(folder: places.data)
    guard !deeds.isEmpty else { return [.fine("repair", "nothing had to be repaired")] }
    return deeds.map(finding)
  }

  private static func finding(_ deed: StoreRepair.Deed) -> Finding {
    switch deed {
    case .rebuiltIndexes(let file):
      .fine("repair", "\(file): its indexes were made anew; nothing is lost")
    case .setAside(let file, let aside, let why):
      .remark(
        "repair", "\(file): was damaged (\(why))",
        advice: "kept as \(aside); remove it when nothing is missing")
    case .restored(let file, let snapshot):
      .remark(
        "repair", "\(file): restored from \(snapshot)",
        advice: "look for what you bookmarked since then")
    case .begunAnew(let file):
      .remark(
        "repair", "\(file): begun anew; bookmarked articles come from the library",
        advice: "broadsheet refresh --force fetches the rest again")
    }
  }
}
