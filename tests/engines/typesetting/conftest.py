"""The sample book stands beside the tests that print it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
