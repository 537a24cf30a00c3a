from semailles.publication.cues import reason_words


def test_the_strongest_signs_are_told_with_their_words() -> None:
    assert reason_words([("size:30", ""), ("infinitive@item", "Planter"), ("each", "par an"), ("kind:item", "")]) == (
        "begins with an action « Planter » · says how often or how many « par an »"
    )


def test_small_signs_alone_are_said_to_be_small() -> None:
    assert reason_words([("size:30", "")]) == "the whole of small signs"
