"""Web pages as files: their encoding, their archives, and the report in them."""

import email.mime.multipart
import email.mime.text
from pathlib import Path

import pytest

import gov_disclosure as gd
from helpers.reports import FIXTURES, read_all

TABLES = gd.render(read_all()["tika-2021"], gd.Layout.HTML)
HEAD = (
    "<!DOCTYPE html><html><head>{meta}<title>青溪区人民政府门户网站</title></head><body><ul><li>首页</li></ul>"
)
PAGE = f"{HEAD}{TABLES}</body></html>"
GB = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'


def values(report):
    return {id: (cell.value, cell.state) for id, cell in report.cells.items()}


def archived(page, charset="utf-8"):
    whole = email.mime.multipart.MIMEMultipart("related")
    whole["Subject"] = "saved"
    whole.attach(email.mime.text.MIMEText(page, "html", charset))
    whole.attach(email.mime.text.MIMEText("body {}", "css", "utf-8"))
    return whole.as_bytes()


FILES = {
    "UTF-8": PAGE.format(meta='<meta charset="utf-8">').encode(),
    "UTF-8 without meta": PAGE.format(meta="").encode(),
    "a mark": b"\xef\xbb\xbf" + PAGE.format(meta="").encode(),
    "GB2312": PAGE.format(meta=GB).encode("gb18030"),
    "GB2312 without meta": PAGE.format(meta="").encode("gb18030"),
    "a meta that lies": PAGE.format(meta=GB).encode(),
    "a meta that lies in GB18030": PAGE.format(meta='<meta charset="utf-8">').encode("gb18030"),
    "UTF-16": PAGE.format(meta="").encode("utf-16"),
    "XHTML in GBK": b'<?xml version="1.0" encoding="GBK"?>' + PAGE.format(meta="").encode("gbk"),
    "an archive in base64": archived(PAGE.format(meta="")),
    "an archive in GB2312": archived(PAGE.format(meta=GB), "gb2312"),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_a_page_gives_the_cells_of_its_report_in_any_encoding(data):
    report = gd.read(data)
    assert values(report) == values(read_all()["tika-2021"])
    assert report.issuer == "青溪区人民政府"
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    assert all("<" not in section.text for section in report.sections)


def test_an_encoding_that_a_page_names_is_told_and_not_guessed():
    (told,) = [issue for issue in gd.read(FILES["GB2312"]).issues if issue.code == "D107"]
    assert "GB18030" in told.message.en
    assert "guess" not in told.message.en


def test_an_archive_without_a_page_is_broken():
    with pytest.raises(gd.FileFormatError, match="broken"):
        gd.read(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nnothing")


@pytest.mark.parametrize("cut", range(0, 4000, 97))
def test_an_archive_cut_anywhere_is_read_or_refused(cut):
    data = FILES["an archive in base64"]
    try:
        report = gd.read(data[: len(data) * cut // 4000])
    except gd.GovDisclosureError:
        return
    truth = values(read_all()["tika-2021"])
    assert all(truth[id][0] == cell.value for id, cell in report.cells.items() if cell.value is not None)


def test_a_page_of_the_project_reads_the_same_as_a_file():
    path = Path(FIXTURES / "web-page.txt")
    assert values(gd.read(path)) == values(gd.parse(path.read_text("utf-8")))
