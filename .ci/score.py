#!/usr/bin/env python3
"""Scores the program against outside material beside the checkout; fails under a recorded floor.

BROADSHEET names the program. floors.json holds the least value of each figure. Material that is
not there is named and left out; a scorer that is there and fails is a failure.
"""
import json, os, pathlib, re, subprocess, sys, tempfile

here = pathlib.Path(__file__).resolve().parent
shared = here.parent.parent / "shared"
program = os.environ["BROADSHEET"]
floors = json.loads((here / "floors.json").read_text())


def run(*arguments, **options):
    return subprocess.run(
        arguments, check=True, capture_output=True, text=True, timeout=900, **options).stdout


def seeds():
    """The two seed pages: articles, and those with the right highlights and paragraphs."""
    files = sorted((shared / "seeds").glob("*.txt"))
    if not files:
        return None
    documents = [json.loads(line) for line in run(program, "parse", *files).splitlines()]
    articles = [article for document in documents for article in document["articles"]]
    shapes = sorted((len(a["highlights"]), len(a["paragraphs"])) for a in articles)
    return {"seed articles": len(articles), "seed shapes": int(shapes == [(2, 8), (2, 18)])}


def related():
    """Mean of the related-story sets, over the program's own answers for every story."""
    kit = shared / "related"
    scorer, half = kit / "score_related.py", kit / "share"
    if not scorer.exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, kit / "to_rss.py", half / "stories.jsonl", f"{folder}/rss")
        store = ["--data", f"{folder}/data"]
        run(program, *store, "import", f"{folder}/rss", "--json")
        heads = [json.loads(x) for x in run(program, *store, "list", "--json").splitlines()]
        guid = {head["id"]: head["guid"] for head in heads if "guid" in head}
        with open(f"{folder}/related.jsonl", "w", encoding="utf-8") as out:
            answers = run(program, *store, "related", "--all", "--limit", "50")
            for answer in map(json.loads, answers.splitlines()):
                if answer["id"] in guid:
                    ids = [guid[i] for i in answer["related"] if i in guid]
                    print(json.dumps({"id": guid[answer["id"]], "related": ids}), file=out)
        story = {}
        for line in run(program, *store, "stories", "--json").splitlines():
            found = json.loads(line)
            story.update(dict.fromkeys(found["articles"], found["story"]))
        with open(f"{folder}/clusters.jsonl", "w", encoding="utf-8") as out:
            for id, own in guid.items():
                print(json.dumps({"id": own, "cluster": str(story.get(id, id))}), file=out)
        text = run(
            sys.executable, scorer, half, "--related", f"{folder}/related.jsonl",
            "--clusters", f"{folder}/clusters.jsonl", "--json")
    found = json.loads(text)
    near, gathered = found["related"]["MEAN"], found["clusters"]["MEAN"]
    return {
        "related P@1": near["P1"], "related MAP": near["MAP"], "related nDCG@5": near["nDCG5"],
        "stories B3 F1": gathered["B3F1"], "stories B3 P": gathered["B3P"]}


def articles():
    """Full text of three outside sets of pages: F1, and the facts about the articles in %."""
    corpora = shared / "corpora"
    scorer, half = corpora / "tools" / "score_articles.py", corpora / "share"
    if not scorer.exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        dump = pathlib.Path(folder) / "articles.jsonl"
        gold = half / "articles" / "gold.jsonl"
        dump.write_text(run(program, "extract", "--batch", gold), encoding="utf-8")
        text = run(sys.executable, scorer, "--root", half, dump)
    names = ("zyte", "mozilla", "trafilatura")
    found = {name: re.search(rf"^{name} .*?F1 ([\d.]+)", text, re.M) for name in names}
    figures = {f"articles {name} F1": float(x[1]) if x else 0.0 for name, x in found.items()}
    for fact in ("title", "byline", "date"):
        counts = re.findall(rf"^\w+ +{fact} +(\d+)/(\d+)", text, re.M)
        right, all_ = (sum(int(count[i]) for count in counts) for i in (0, 1))
        figures[f"articles {fact}"] = round(100 * right / max(1, all_), 1)
    return figures


def feeds():
    """Agreement with the oracle on real feeds, and with what the authors of tests expect, in %."""
    kit = shared / "corpora"
    scorer, half = kit / "tools" / "score_feeds.py", kit / "share"
    if not scorer.exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        dump = f"{folder}/dump.jsonl"
        with open(dump, "w", encoding="utf-8") as out:
            out.write(run(program, "parse", "--batch", half / "feeds" / "manifest.jsonl"))

        def score(tier):
            return run(sys.executable, scorer, "--root", half, "--tier", tier, dump)

        expected = re.search(r"ALL \(micro\)\s+\d+\s+[\d.]+\s+([\d.]+)%", score("cases"))
        core = re.search(r"CORE fields.*\breal ([\d.]+)%", score("real"))
    return {
        "feeds expected": float(expected[1]) if expected else 0.0,
        "feeds real": float(core[1]) if core else 0.0,
    }


failed = False
for part in (seeds, feeds, articles, related):
    figures = part()
    if figures is None:
        print(f"{part.__name__}: no material beside the checkout")
        continue
    for name, value in figures.items():
        low = value < floors.get(name, 0)
        failed |= low
        print(f"{name:24} {value:8.3f}  floor {floors.get(name, 0):.3f}{'  FAILED' if low else ''}")
sys.exit(failed)
