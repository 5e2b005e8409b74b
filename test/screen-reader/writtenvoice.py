"""A voice for Orca that writes down what it is told to say: a line of JSON each, in the file that HEARD names."""
import json
import os
import time

from gi.repository import GLib
from orca import chnames, speechserver
from orca.acss import ACSS


class SpeechServer(speechserver.SpeechServer):
    """Takes the place of Speech Dispatcher, which waits for a sound card; everything is said in no time."""

    _only = None

    def __init__(self):
        super().__init__()
        self._out = open(os.environ["HEARD"], "a", buffering=1, encoding="utf-8")

    @staticmethod
    def getFactoryName():
        return "Written voice"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        if SpeechServer._only is None:
            SpeechServer._only = SpeechServer()
        return SpeechServer._only

    @staticmethod
    def shutdownActiveServers():
        SpeechServer._only = None

    def getInfo(self):
        return ["Written voice", "written"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        family = (acss or {}).get(ACSS.FAMILY) or {}
        if text:
            line = {"at": round(time.time(), 3), "text": text, "language": family.get("lang")}
            self._out.write(json.dumps(line, ensure_ascii=False) + "\n")

    def speakCharacter(self, character, acss=None):
        self.speak(chnames.getCharacterName(character), acss)

    def speakKeyEvent(self, event, acss=None):
        """Which key was pressed is known."""

    def sayAll(self, utteranceIterator, progressCallback):
        GLib.idle_add(self._next, utteranceIterator, progressCallback)

    def _next(self, utterances, progress):
        for context, acss in utterances:
            self.speak(context.utterance, acss)
            context.currentOffset = context.endOffset
            progress(context.copy(), speechserver.SayAllContext.COMPLETED)
            GLib.idle_add(self._next, utterances, progress)
            break
        return False

    def stop(self):
        """What was written is written."""
