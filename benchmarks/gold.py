"""Score the reader on the project's own annotated texts (tests/gold), and print the table.

A commitment found and one annotated match when their spans overlap by half of their union. Recall counts the required
ones; precision counts required and optional matches over all top-level commitments found.
"""

import argparse
import pathlib
import sys
import tomllib
from typing import Any

from servanda.reading.mention import Commitment, Mention
from servanda.reading.reader import read
from servanda.text.loaders import load_path

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "tests" / "gold"
HALF = 0.5


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return intersection over union of two spans."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def pairs(found: list[Mention], gold: list[dict[str, Any]]) -> dict[int, int]:
    """Match gold items with commitments found, best overlap first, one to one."""
    ranked = sorted(
        (-overlap((mention.start, mention.end), item["span"]), g, f)
        for f, mention in enumerate(found)
        for g, item in enumerate(gold)
    )
    matched: dict[int, int] = {}
    for score, g, f in ranked:
        if -score >= HALF and g not in matched and f not in matched.values():
            matched[g] = f
    return matched


def right(item: dict[str, Any], value: Commitment) -> dict[str, bool]:
    """Say which of the annotated slots were read right."""
    deadline = str(value.deadline.end) if value.deadline else None
    read_as = {"promisors": sorted(value.promisors), "force": value.force, "deadline": deadline}
    return {
        slot: read_as[slot] == (sorted(item[slot]) if slot == "promisors" else item[slot])
        for slot in read_as
        if slot in item
    }


def main() -> int:
    """Print the scores of every text and of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what was missed or wrongly found")
    options = parser.parse_args()
    counts: dict[str, list[int]] = {}

    def count(slot: str, ok: bool) -> None:
        done = counts.setdefault(slot, [0, 0])
        done[0] += ok
        done[1] += 1

    for path in sorted(FOLDER.glob("*.txt")):
        document = load_path(path)
        gold = tomllib.loads(path.with_suffix(".gold.toml").read_text(encoding="utf-8"))["commitments"]
        for item in gold:
            start = document.text.index(item["quote"])
            item["span"] = (start, start + len(item["quote"]))
        found = [
            mention
            for mention in read(document).mentions
            if isinstance(mention.value, Commitment) and mention.value.parent is None
        ]
        matched = pairs(found, gold)
        for g, item in enumerate(gold):
            if not item.get("optional"):
                count("recall", g in matched)
                if g not in matched and options.wrong:
                    print(f"{path.name}: missed: {item['quote']}")
            if g in matched:
                value = found[matched[g]].value
                for slot, ok in right(item, value).items():
                    count(slot, ok)
                    if not ok and options.wrong:
                        print(f"{path.name}: {slot}: {item['quote'][:60]}: {getattr(value, slot)}")
        for f, mention in enumerate(found):
            count("precision", f in matched.values())
            if f not in matched.values() and options.wrong:
                print(f"{path.name}: wrong: {mention.quote}")
    for slot, (ok, all_) in counts.items():
        print(f"{slot:10} {ok:3} of {all_:3}  {ok / all_:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
