"""How long a text is: in words, in characters as LinkedIn counts them, in seconds when spoken."""


def word_count(text: str) -> int:
    """The number of words; a dash or a bullet standing alone is none."""
    return sum(any(c.isalnum() for c in word) for word in text.split())


def box_length(text: str) -> int:
    """The length in characters as a browser's box counts them: an emoji outside the basic plane is two."""
    return len(text.encode("utf-16-le")) // 2


def spoken_seconds(text: str, words_per_minute: int) -> int:
    """The seconds it takes to say the text at this pace (X4)."""
    return round(word_count(text) * 60 / words_per_minute)
