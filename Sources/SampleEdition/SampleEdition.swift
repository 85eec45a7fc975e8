/// The edition that a reader without articles of its own shows: invented towns, firms and people.
public enum SampleEdition {
  /// The saved page of one publication, with its articles one after the other.
  public struct Page: Sendable {
    /// The publication's name.
    public var source: String
    /// A text page in UTF-8; its times count back from the moment of reading.
    public var text: [UInt8]
  }

  /// Every publication of the edition.
  public static var pages: [Page] {
    [
      Page(source: "Broadsheet", text: PackageResources.broadsheet_txt),
      Page(source: "Daily Wire", text: PackageResources.daily_wire_txt),
      Page(source: "Harbour Gazette", text: PackageResources.harbour_gazette_txt),
      Page(source: "The Meridian", text: PackageResources.meridian_txt),
      Page(source: "Northern Post", text: PackageResources.northern_post_txt),
      Page(source: "Science Weekly", text: PackageResources.science_weekly_txt),
    ]
  }
}
