"""What only repeats a title, told from what adds to it."""

_LEAST, _LONG = 12, 4  # letters
_MOST_NEW = 0.2


def says_again(text: str, title: str) -> bool:
    """`text` is `title`, its beginning, its longer form, or nearly all its words."""
    short, long = sorted((bare(text), bare(title)), key=len)
    if short == long or (len(short) >= _LEAST and long.startswith(short)):
        return bool(short)
    words = _words(text)
    return bool(words) and len(words - _words(title)) <= _MOST_NEW * len(words)


def rest_of(quote: str, title: str) -> str:
    """What a quote says after its title: all of it when it begins otherwise, nothing when the title says it whole."""
    said, place = bare(title), 0
    for index, sign in enumerate(quote):
        if place == len(said) and (sign.isspace() or not sign.isalnum()):
            return _continued(quote[index:]) if said else quote
        if sign.isalnum():
            if not said.startswith(sign.casefold(), place):
                return quote
            place += len(sign.casefold())
    return "" if place == len(said) else quote


def bare(text: str) -> str:
    """Letters and figures alone."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _continued(rest: str) -> str:
    left = rest.lstrip(' .,;:!?…–-\u00a0\u202f»”"')
    return f"… {left}" if len(bare(left)) >= _LEAST else ""


def _words(text: str) -> set[str]:
    letters = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return {word for word in letters.split() if len(word) >= _LONG}
