"""How a seal is written and what its digests are taken of: kept apart, since it must never change."""

import hashlib
import json


def canonical(tree: object) -> str:
    """The one way to write it: keys in order, no space. Raises TypeError for what JSON does not know."""
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def of_value(value: object, salt: str) -> str:
    """Without the salt nobody tells which value it was, even by trying every name of a list."""
    return _sha256(f"{salt}\n{canonical(value)}")


def of_seal(previous: str, content: str) -> str:
    return _sha256(f"{previous}\n{content}")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
