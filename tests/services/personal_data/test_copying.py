"""The copy holds everything of one person, nothing of another, and interprets nothing."""

from __future__ import annotations

import io
import json
import zipfile
from html.parser import HTMLParser

import pytest

from frontdesk.errors import ConfirmationNeeded, NotFound
from frontdesk.language import Language
from frontdesk.services.merging.dto import MergeInput
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.merging.people import EVERYTHING, file


def bundle(
    services: Services, customer_id: str, language: Language = Language.ZH_CN
) -> dict[str, str]:
    services.desk.confirmation.give()
    copy = services.personal_data.copy(customer_id, language)
    with zipfile.ZipFile(io.BytesIO(copy.content)) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def test_copy_holds_every_kind_of_record_of_the_person(services: Services, make: Make) -> None:
    other = make.customer("别人的名字")
    person = file(make, EVERYTHING, other)
    parts = bundle(services, person)
    data = json.loads(parts["data.json"])
    assert {"customer", "vehicle", "visit", "callback", "complaint", "customer_note"} <= data.keys()
    assert {"family_member", "contact_consent", "outbox_message", "call_list_member"} <= data.keys()
    assert data["customer"][0]["name"] == "张伟"
    assert len(data["customer_phone"]) == 2
    assert "客户档案" in parts["data.html"]
    assert "常在周末来" in parts["data.html"]
    assert "别人的名字" not in parts["data.html"] + parts["data.json"]
    assert "Customer file" in bundle(services, person, Language.EN)["data.html"]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


def test_what_was_typed_is_never_markup(services: Services, make: Make) -> None:
    person = make.customer("<script>alert(1)</script>", remarks="<img src=x onerror=y>&amp;")
    page = bundle(services, person)["data.html"]
    reader = _Tags()
    reader.feed(page)
    assert reader.tags.isdisjoint({"script", "img"})
    assert "&lt;img src=x onerror=y&gt;&amp;amp;" in page


def test_copy_is_noted_by_number_alone_and_needs_the_password(
    services: Services, make: Make
) -> None:
    from frontdesk.services.audit.dto import Wanted

    person = make.customer("张伟")
    services.desk.confirmation.drop()
    with pytest.raises(ConfirmationNeeded):
        services.personal_data.copy(person, Language.ZH_CN)
    bundle(services, person)
    [entry] = services.audit.page(Wanted(subject="customer", subject_id=person)).entries
    assert entry.action == "customer.export"
    assert all("张伟" not in value for _, value in entry.detail)


def test_a_file_is_found_by_its_number_and_by_a_former_one(services: Services, make: Make) -> None:
    person, other = make.customer(), make.customer()
    number, former = (services.customers.open(each).number for each in (person, other))
    seen = services.merging.preview(person, other)
    services.merging.merge(MergeInput(person, seen.stays.version, other, seen.goes.version))
    assert services.personal_data.find(f" {number.lower()} ") == person
    assert services.personal_data.find(former) == person
    with pytest.raises(NotFound):
        services.personal_data.find("K-2000-000000")
