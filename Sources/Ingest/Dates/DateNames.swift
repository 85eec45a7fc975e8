/// Words of dates in the languages of the press, in lower case and without Latin or Greek accents.
enum DateNames {
  /// What each word says.
  static let meanings: [String: DateWord] = {
    var meanings: [String: DateWord] = [:]
    for word in fillers { meanings[String(word)] = .filler }
    for (name, zone) in DateZone.byName { meanings[name] = .zone(zone) }
    for (index, names) in months.enumerated() {
      for name in names.split(separator: " ") { meanings[String(name)] = .month(index + 1) }
    }
    for word in ["am", "오전", "午前", "上午", "πμ", "ص", "sa"] { meanings[word] = .afternoon(false) }
    for word in ["pm", "오후", "午後", "下午", "μμ", "م", "ch"] { meanings[word] = .afternoon(true) }
    meanings["t"] = .timeMark
    meanings[""] = .filler
    meanings["h"] = .hourMark
    return meanings
  }()

  /// Weekdays and little words that stand between the parts.
  private static let fillers = """
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday
    sunday st nd rd th at of on the de del do da a as um uhr den der le la il lo las los el en em
    kl klo og och i e et er ore ora o г года р в etc published updated posted
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
    lunes martes miercoles jueves viernes sabado domingo mie jue vie sab dom
    segunda terca quarta quinta sexta feira seg ter qua qui sex
    lunedi martedi mercoledi giovedi venerdi sabato domenica gio
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    κυρ δευ τρι τετ πεμ παρ σαβ
    пн вт ср чт пт сб вс понедельник вторник среда четверг пятница суббота воскресенье
    """.split(whereSeparator: \.isWhitespace)

  /// One row a month; forms of all languages side by side.
  ///
  /// "mar" and "listopad" have a meaning
  /// in several languages: March, and November as in Polish and Czech.
  private static let months: [String] = [
    """
    january jan januar januari janvier janv enero ene janeiro gennaio gen gener styczen stycznia sty leden \
    ledna januar ianuarie ian ocak oca tammikuu tammikuuta tammi sausio sausis janvaris jaanuar \
    sijecanj sijecnja ιαν ιανουαριου ιανουαριοσ январь января янв січень січня січ \
    јануар јануара януари يناير ינואר בינואר जनवरी janner jaen มกราคม \
    ionawr eanair urtarrila
    """,
    """
    february feb februar februari fevrier fevr fev febrero fevereiro febbraio febrer feb luty lutego lut unor \
    unora februara februarie subat sub helmikuu helmikuuta helmi vasario vasaris februaris \
    veebruar veljaca veljace φεβ φεβρουαριου φεβρουαριοσ февраль февраля фев февр лютий лютого лют \
    фебруар фебруара февруари فبراير شباط פברואר בפברואר फरवरी กุมภาพันธ์ februarii
    """,
    """
    march mar marz maerz mrz mars marzo marco maart mrt marzec marca brezen brezna martie mart maaliskuu \
    maaliskuuta maalis kovo kovas marts marta martsa ozujak ozujka marcius marciusi marca \
    μαρ μαω μαρτιου μαρτιοσ март марта мар березень березня бер مارس آذار מרץ במרץ मार्च มีนาคม
    """,
    """
    april apr avril avr abril abr aprile avril april kwiecien kwietnia kwi duben dubna aprila aprilie nisan \
    nis huhtikuu huhtikuuta huhti balandzio balandis aprilis aprill travanj travnja prill \
    απρ απριλιου απριλιοσ апрель апреля апр квітень квітня кві април أبريل نيسان אפריל באפריל अप्रैल \
    เมษายน aprilis
    """,
    """
    may mai mayo maio maggio mag mei maig maj maja kveten kvetna maja mai mayis toukokuu toukokuuta touko \
    geguzes geguze maijs svibanj svibnja majus maujus μαι μαιου μαιοσ май мая травень травня \
    тра мај маја مايو أيار מאי במאי मई พฤษภาคม
    """,
    """
    june jun juni juin junio junho giugno giu juny czerwiec czerwca cze cerven cervna juna iunie iun haziran \
    haz kesakuu kesakuuta kesa birzelio birzelis junijs juuni lipanj lipnja junius ιουν ιον \
    ιουνιου ιουνιοσ июнь июня июн червень червня чер јун јуна юни يونيو حزيران יוני ביוני जून มิถุนายน
    """,
    """
    july jul juli juillet juil julio julho luglio lug juliol lipiec lipca lip cervenec cervence jula iulie iul \
    temmuz tem heinakuu heinakuuta heina liepos liepa julijs juuli srpanj srpnja julius ιουλ ιολ \
    ιουλιου ιουλιοσ июль июля июл липень липня лип јул јула юли يوليو تموز יולי ביולי जुलाई กรกฎาคม
    """,
    """
    august aug august augustus aout agosto ago agost sierpien sierpnia sie srpen srpna augusta agustos agu \
    elokuu elokuuta elo rugpjucio rugpjutis augusts kolovoz kolovoza augusztus agustus agt \
    αυγ αυγουστου αυγουστοσ август августа авг серпень серпня сер аугуст أغسطس آب אוגוסט באוגוסט \
    अगस्त สิงหาคม
    """,
    """
    september sep sept september septembre septiembre setiembre setembro set settembre setembre wrzesien \
    wrzesnia wrz zari septembra septembrie eylul eyl syyskuu syyskuuta syys rugsejo rugsejis \
    septembris rujan rujna szeptember szept σεπ σεπτ σεπτεμβριου σεπτεμβριοσ сентябрь сентября сен \
    сент вересень вересня вер септембар септембра септември سبتمبر أيلول ספטמבר בספטמבר सितंबर \
    กันยายน
    """,
    """
    october okt oct oktober octobre octubre outubro out ottobre ott pazdziernik pazdziernika paz rijen rijna \
    oktobra octombrie ekim eki lokakuu lokakuuta loka spalio spalis oktobris oktoober oktobar \
    ουκ οκτ οκτωβριου οκτωβριοσ октябрь октября окт жовтень жовтня жов октобар октобра октомври \
    أكتوبر אוקטובר באוקטובר अक्टूबर ตุลาคม
    """,
    """
    november nov november novembre noviembre novembro listopad listopada lis listopadu novembra noiembrie kasim \
    kas marraskuu marraskuuta marras lapkricio lapkritis novembris studeni studenoga \
    νοε νοεμ νοεμβριου νοεμβριοσ ноябрь ноября ноя нояб листопад листопада новембар новембра ноември \
    نوفمبر נובמבר בנובמבר नवंबर พฤศจิกายน novembrie
    """,
    """
    december dez dec dezember decembre diciembre dic dezembro dicembre desembre des grudzien grudnia gru \
    prosinec prosince decembra decembrie aralik ara joulukuu joulukuuta joulu gruodzio gruodis \
    decembris detsember prosinac prosinca desember δεκ δεκεμβριου δεκεμβριοσ декабрь декабря дек \
    грудень грудня гру децембар децембра декември ديسمبر דצמבר בדצמבר दिसंबर ธันวาคม december
    """,
  ]
}
