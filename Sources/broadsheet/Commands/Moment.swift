import ArgumentParser
import Articles
import FoundationEssentials
import Ingest

/// A date on the command line, in any form that news pages use, or counted back from now: `2d`.
struct Moment: ExpressibleByArgument {
  var date: Date

  init?(argument: String) {
    if let date = NewsDate.parse(argument) {
      self.date = date
    } else if let moment = ArticleQuery.Moment(argument, zone: LocalZone()) {
      date = moment.date(now: Date())
    } else {
      return nil
    }
  }
}
