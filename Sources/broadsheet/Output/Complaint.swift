import Articles
import Fetching
import Glibc
import Ingest
import Storage
import Terminal

/// An error as people read it: *subject: what is wrong; what to do*.
struct Complaint: Error, Hashable {
  /// The file, URL, feed or article that it is about.
  var subject: String
  var problem: String
  var advice: String
  /// Exit status: 1 some of the work was done, 2 none, 64 wrong usage.
  var status: Int32

  init(_ subject: String, _ problem: String, advice: String, status: Int32 = 2) {
    self.subject = subject
    self.problem = problem
    self.advice = advice
    self.status = status
  }

  /// The one line for standard error and for the status line of the reader.
  var line: String { "\(subject): \(problem); \(advice)" }
}

extension Complaint {
  /// The sentence for an error of one of the modules; `nil` for errors of the argument parser.
  init?(_ error: any Error) {
    switch error {
    case let complaint as Complaint: self = complaint
    case let error as QueryError:
      self.init("query", String(describing: error), advice: "see broadsheet list --help")
      status = 64
    case let error as StoreError: self.init(error)
    case let error as FileError: self.init(error)
    case let error as FullTextError:
      self.init("full text", error.words, advice: "open the article's page in the browser")
    case is CancellationError:
      self.init("broadsheet", "was interrupted", advice: "run it again", status: 1)
    default: return nil
    }
  }

  /// The sentence for a file that could not be read.
  init(_ error: FileError) {
    switch error {
    case .missing(let path):
      self.init(path, "there is no such file", advice: "check the name")
    case .noPermission(let path):
      self.init(path, "may not be read", advice: "check its permissions")
    case .notAFile(let path):
      self.init(path, "is no file or folder", advice: "give a regular file, a folder, or -")
    case .tooLarge(let path, let limit):
      self.init(
        path, "is larger than \(limit >> 20) MB", advice: "split it, or save only the article")
    case .unreadable(let path, let reason):
      self.init(path, "cannot be read (\(reason))", advice: "check the disk and try again")
    }
  }

  /// The sentence for bytes that gave no article.
  init(_ error: IngestError, subject: String) {
    let (problem, advice) = Self.words(for: error)
    self.init(subject, problem, advice: advice)
  }

  /// What readers call a format.
  private static func name(of format: DocumentFormat) -> String {
    switch format {
    case .rss2, .rss1, .rss09: "RSS"
    case .atom, .atom03: "Atom"
    case .json: "JSON"
    case .page: "HTML"
    case .opml: "OPML"
    case .urls, .newsboat: "text"
    case .bookmarks: "bookmarks"
    case .unknown: "XML"
    }
  }

  private static func words(for error: IngestError) -> (problem: String, advice: String) {
    switch error {
    case .empty: ("is empty", "save the page again")
    case .tooLarge(let bytes, let limit):
      ("has \(bytes >> 20) MB, more than \(limit >> 20) MB", "save only the article")
    case .notNews(.binary): ("is no text", "give a page, a feed, or a list of subscriptions")
    case .notNews(.file(let kind)): ("is a \(kind) file", "give a page or a feed, unpacked")
    case .notNews(.text), .notNews(.page): ("has no article in it", "save the article's page")
    case .notNews(.xml(let root)): ("is XML of another kind (\(root))", "give RSS, Atom or OPML")
    case .notNews(.json): ("is JSON, but no JSON Feed", "give a JSON Feed")
    case .damaged(let format, let line?):
      ("is damaged \(name(of: format)) (line \(line))", "fetch or save it again")
    case .damaged(let format, nil):
      ("is damaged \(name(of: format))", "fetch or save it again")
    }
  }
}

extension Complaint {
  /// The sentence for a file that an import did not take.
  init(_ refusal: Importer.Refusal) {
    switch refusal.reason {
    case .file(let error): self.init(error)
    case .content(let error):
      self.init(error, subject: refusal.path == "-" ? "standard input" : refusal.path)
    }
    status = 1
  }

  /// The sentence for an entry of a list of subscriptions that was not taken.
  init(_ skipped: Importer.Skipped) {
    switch skipped.reason {
    case .command:
      self.init(
        skipped.entry, "names a program, and none is run",
        advice: "run it yourself: program | broadsheet import -")
    case .localFile:
      self.init(
        skipped.entry, "names a file of this machine", advice: "add it with broadsheet add")
    case .address:
      self.init(skipped.entry, "is no address of the web", advice: "correct the list")
    case .filter(let failure):
      self.init(
        skipped.entry, "is a filter that has no translation (\(Self.words(for: failure)))",
        advice: "see broadsheet list --help for queries")
    }
    status = 1
  }

  private static func words(for failure: NewsboatFilter.Failure) -> String {
    switch failure {
    case .malformed(let column): "it goes wrong at column \(column)"
    case .unknownAttribute(let name): "there is no attribute \(name)"
    case .inexpressible(let name): "nothing asks about \(name)"
    case .operation(let name, let sign): "\(name) cannot be asked with \(sign)"
    case .value(let name, _): "the value for \(name) is a pattern or empty"
    case .tooLong: "it is too long"
    }
  }
}

extension Complaint {
  /// The sentence for a terminal that cannot be drawn on.
  init(_ error: TerminalError) {
    switch error {
    case .notATerminal:
      self.init(
        "terminal", "standard input and output are none",
        advice: "run it in a terminal, or use broadsheet list")
    case .unnamed:
      self.init("terminal", "TERM is not set", advice: "set it, for example TERM=xterm-256color")
    case .unknown(let name):
      self.init(
        "terminal \(name)", "is not described on this system",
        advice: "install ncurses-term, or set TERM to another name")
    case .tooSimple(let name):
      self.init(
        "terminal \(name)", "cannot place the cursor",
        advice: "use another terminal, or broadsheet list")
    case .noDescriptor:
      self.init("terminal", "no file can be opened", advice: "close other programs")
    }
  }
}

extension Complaint {
  /// The sentence for a store that could not do what was asked.
  init(_ error: StoreError) {
    switch error {
    case .cannotOpen(let file, let code):
      self.init(
        file, "cannot be opened (\(String(cString: strerror(code))))",
        advice: "check the path and its permissions, or give --data")
    case .notADatabase(let file):
      self.init(file, "is no article store", advice: "move it away, or give --data")
    case .anotherProgram(let file, _):
      self.init(file, "belongs to another program", advice: "move it away, or give --data")
    case .newerVersion(let file, let found, let known):
      self.init(
        file, "was written by a newer Broadsheet (version \(found), this one knows \(known))",
        advice: "update Broadsheet")
    case .damaged(let file, let what):
      self.init(
        file, "is damaged (\(what))",
        advice: "run broadsheet doctor --repair; it deletes nothing")
    case .diskFull(let file):
      self.init(file, "the disk is full", advice: "free space and try again")
    case .readOnly(let file):
      self.init(file, "may not be written to", advice: "check its permissions, or give --data")
    case .busy(let file):
      self.init(file, "is held by another program", advice: "try again when that has ended")
    case .diskFailed(let file, let code):
      self.init(file, "the disk does not answer (SQLite \(code))", advice: "check the disk")
    case .unreadableArticle(let id):
      self.init(
        "article \(ArticleID(rawValue: id))", "its stored text is damaged",
        advice: "import it again")
    case .queryTooLarge(let limit):
      self.init("query", "has more than \(limit) conditions", advice: "shorten it", status: 64)
    case .cancelled: self.init("broadsheet", "was interrupted", advice: "run it again", status: 1)
    case .failed(let file, let code, let what):
      self.init(file, "failed (SQLite \(code): \(what))", advice: "try again")
    }
  }
}
