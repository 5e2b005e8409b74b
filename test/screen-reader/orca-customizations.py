"""Read by Orca at its start: speaks through writtenvoice.py, and says no keys."""
import orca.settings

orca.settings.speechServerFactory = "writtenvoice"
orca.settings.enableKeyEcho = False
