"""Where texts stand on a page, and whether two stand in the same place."""

from __future__ import annotations

from frontdesk.reports.base import PAGE_HEIGHT, PAGE_WIDTH, Page
from frontdesk.reports.typeset import width


def overlaps(page: Page) -> list[tuple[str, str]]:
    """Pairs of texts that run into each other, or off the paper."""
    boxes = []
    for run_ in page.texts:
        wide = width(run_.text.strip(), run_.size, bold=run_.bold)
        boxes.append((run_.x, run_.x + wide, run_.y - 0.7 * run_.size, run_.y, run_.text))
    found = [
        (text, "the edge")
        for left, right, top, bottom, text in boxes
        if left < 20 or right > PAGE_WIDTH - 20 or top < 20 or bottom > PAGE_HEIGHT - 20
    ]
    boxes.sort()
    for index, (_, right, top, bottom, text) in enumerate(boxes):
        for left, _, other_top, other_bottom, other in boxes[index + 1 :]:
            if left >= right - 0.01:
                break
            if other_top < bottom - 0.01 and top < other_bottom - 0.01:
                found.append((text, other))
    return found
