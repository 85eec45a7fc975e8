import Analysis

/// Reports written for these tests, in the manner of a news page.
enum Sample {
  static let teachers = ArticleText(
    title: "Pakistan joins Meta in AI courses for university teachers",
    highlights: ["Some 300 teachers have finished the course"],
    paragraphs: [
      "ISLAMABAD: Pakistan’s Higher Education Commission (HEC) has opened an artificial intelligence "
        + "(AI) course with the American technology company Meta, so that university faculty learn "
        + "to teach with modern software, officials said on Friday.",
      "The HEC said 300 teachers had been trained in data science. Students at Pakistani "
        + "universities are to follow next year.",
      "The government wants AI in education, industry and public service.",
    ], dateline: "Islamabad", source: "Morning Wire")

  static let board = ArticleText(
    title: "Pakistan weighs Trump Gaza board as diplomats call for talks",
    paragraphs: [
      "ISLAMABAD: Pakistan is weighing an invitation from US President Donald Trump to join a "
        + "“Board of Peace” for Gaza, which former diplomats warned could sideline the United "
        + "Nations.",
      "Secretary of State Marco Rubio and former British prime minister Tony Blair are members. "
        + "Trump would chair the board while the ceasefire in Gaza holds.",
      "Pakistan’s foreign office said Prime Minister Shehbaz Sharif had been invited. Israel and "
        + "the Palestinian group Hamas agreed to the plan in October.",
    ], dateline: "Islamabad", source: "Morning Wire")
}
