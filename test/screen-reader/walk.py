"""The walk of "Screen readers, 1 to 8" in docs/accessibility.md: real keys, and after each what the screen reader says."""
import json
import os
import subprocess
import sys
import time

BRIEF, QUIET, LONGEST = 0.5, 0.9, 12.0


class Listener:
    """Presses keys and gathers what is said until it is quiet."""

    def __init__(self, path):
        self._heard = open(path, encoding="utf-8")

    def gather(self, quiet=QUIET, first=4.0):
        said, began, last = [], time.time(), None
        while True:
            line = self._heard.readline()
            now = time.time()
            if line:
                spoken = json.loads(line)
                language = spoken["language"]
                said.append(spoken["text"].strip() + (f" [{language}]" if language not in (None, "", "en") else ""))
                last = now
            elif now - began > LONGEST or now - (last or began) > (quiet if last else first):
                return " | ".join(said)
            else:
                time.sleep(0.03)

    def press(self, key, times=1, quiet=QUIET):
        said = ""
        for _ in range(times):
            subprocess.run(["xdotool", "key", key], check=True)
            said = self.gather(quiet)
            print(f"  {key:10} {said}", flush=True)
        return said

    def write(self, text):
        subprocess.run(["xdotool", "type", "--delay", "80", text], check=True)
        print(f"  {'“' + text + '”':10} {self.gather()}", flush=True)

    def go(self, words, key="Tab", most=45):
        """As far as what is said has these words in it; what lies between is not printed."""
        said = ""
        for _ in range(most):
            subprocess.run(["xdotool", "key", key], check=True)
            said = self.gather(BRIEF)
            if words in said:
                print(f"  {key + ' …':10} {said}", flush=True)
                return said
        raise SystemExit(f"Nothing that is called “{words}” was reached with {key}; last heard: {said}")

    def browse(self, said):
        """Where the screen reader took a widget for the place to be, its letters are given back to it."""
        if said.rstrip().endswith("Focus mode"):
            self.press("Insert+a")


def opening(o):
    title("1 The course opens; nothing was pressed")
    print(f"  {'':10} {o.gather(quiet=4, first=30)}")
    o.go("Contents")
    o.go("The bicycle check")
    o.browse(o.press("space") or o.press("Return"))


def headings(o):
    title("2 By headings, then line by line")
    o.press("h", 10, BRIEF)
    o.press("shift+h", 8, BRIEF)
    o.press("Down", 24, BRIEF)


def question(o, number, name):
    title(f"Question {number}: {name}")
    o.go(f"Question {number} of 12")
    o.press("Return")


def check(o, words="Check answer"):
    o.go(words)
    return o.press("Return")


def questions(o):
    title("3 to 5 To the questions")
    o.go("Next Check")
    o.browse(o.press("space"))
    question(o, 1, "one of several: nothing chosen, wrong, read on")
    check(o)
    o.press("space")
    check(o)
    o.press("Down", 3)
    question(o, 4, "blanks: nothing written, letter by letter, half right")
    check(o)
    o.write("air")
    o.press("Tab")
    o.write("oil")
    check(o)
    question(o, 5, "number: no number, right")
    o.go("entry")
    o.write("much")
    check(o)
    o.press("ctrl+a")
    o.write("5")
    check(o)
    question(o, 6, "pairs: one given")
    o.press("Tab")
    o.press("Down")
    check(o)
    question(o, 7, "steps: nothing moved, moved twice, checked")
    check(o)
    o.press("Return", 2)
    check(o)
    question(o, 8, "groups: nothing sorted")
    check(o)
    question(o, 9, "place in a picture: nothing chosen, chosen")
    check(o)
    o.press("space")
    check(o)
    question(o, 10, "own words: written, compared, marked")
    o.go("entry")
    o.write("It costs more")
    check(o, "Compare")
    o.press("Down", 4)
    o.go("Partly")
    o.press("Return")


def results(o):
    title("6 Results: the last question answered, then read on")
    question(o, 12, "the last one")
    o.press("Tab")
    o.press("space")
    check(o)
    o.go("See results")
    o.press("Return")
    o.press("Down", 6)


def slides(o):
    title("7 Slides")
    o.go("page tab", "shift+Tab", 60)
    o.press("Left")
    o.press("Tab", 8)


def playing(o):
    title("7 Play, and the same button again")
    o.go("Play", "shift+Tab")
    o.press("Return", quiet=4)
    o.press("Return")


def search(o):
    title("Search: words written, what was found, the first place")
    o.go("Contents", "shift+Tab", 70)
    o.press("Return")
    o.go("Search")
    o.press("Return")
    o.write("sprockets")
    o.go("link")
    o.press("Return")


def leaving(o):
    title("Save and exit")
    o.go("Save and exit", "shift+Tab", 70)
    o.press("Return")
    o.press("Down", 4)


def title(text):
    print(f"\n{text}", flush=True)


PARTS = {part.__name__: part for part in (opening, headings, questions, results, slides, playing, search, leaving)}

if __name__ == "__main__":
    listener = Listener(os.environ["HEARD"])
    for name in sys.argv[1:] or PARTS:
        PARTS[name](listener)
