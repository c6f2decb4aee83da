"""Office documents and files in other character sets: what is said, where it stands, what is refused."""
import io
import struct
import unittest
import zipfile

from lab import INPUT, Case, validate

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

TALK = [("Ada Quill", "Good evening. The bridge opens on Monday."), ("Ben Marsh", "Who pays for it?"),
        ("Ada Quill", "The county does, & the ferry stays."), ("Ben Marsh", "And the toll?"),
        ("Ada Quill", "There is none."), ("Ben Marsh", "Thank you.")]


def archive(members, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as z:
        for name, content in members:
            z.writestr(name, content)
    return out.getvalue()


def archive_members(content):
    with zipfile.ZipFile(io.BytesIO(content)) as z:
        return [(name, z.read(name)) for name in z.namelist()]


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def run(text, bold=False):
    return f'<w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def docx(body, head="", title=""):
    relations = f'<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
    members = [("[Content_Types].xml", "<Types/>")]
    if title:
        relations += f'<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties" ' \
                     'Target="docProps/core.xml"/>'
        members.append(("docProps/core.xml", '<c:coreProperties xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
                                             f"<dc:title>{title}</dc:title><dc:creator>Somebody</dc:creator>"
                                             "</c:coreProperties>"))
    return archive(members + [
        ("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'),
        ("word/document.xml", f'<?xml version="1.0"?>{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body>'
                              "</w:document>")])


def paragraphs():
    return "".join(f"<w:p>{run(who + ':', True)}{run(' ' + words)}</w:p>" for who, words in TALK)


def odt(body, manifest="<manifest/>"):
    return archive([
        ("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", manifest),
        ("content.xml", '<office:document-content xmlns:office="o" xmlns:style="s" xmlns:text="t" xmlns:fo="f">'
                        '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
                        f"<office:text>{body}</office:text></office:document-content>")])


def epub(*chapters):
    items = "".join(f'<item id="c{i}" href="text/ch%20{i}.xhtml" media-type="application/xhtml+xml"/>'
                    for i in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{i}"/>' for i in reversed(range(len(chapters))))
    return archive([
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'),
        ("OPS/book.opf", '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Two evenings'
                         "</dc:title><dc:date>2025-05-06</dc:date></metadata><manifest>"
                         '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
                         f'{items}</manifest><spine><itemref idref="nav"/>{spine}</spine></package>'),
        ("OPS/nav.xhtml", "<html><body><p>Contents</p></body></html>")] + [
        (f"OPS/text/ch {i}.xhtml", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x'
                                   f"</title></head><body>{chapter}</body></html>")
        for i, chapter in enumerate(chapters)])


class Documents(Case):
    sanitized = True

    def turns(self, name, content):
        talk = self.script_json(self.write(name, content))
        return [(t["speaker"], t["text"]) for t in talk["turns"]]

    def refuse(self, name, content, why):
        result = self.run_briefcast("check", self.write(name, content), status=INPUT)
        self.assertRegex(result.err + result.out, why)

    def test_docx_with_bold_names(self):
        self.assertEqual(self.turns("a.docx", docx(paragraphs())), TALK)

    def test_docx_by_content_whatever_its_name(self):
        self.assertEqual(self.turns("a.txt", docx(paragraphs())), TALK)

    def test_docx_table_of_names_and_words(self):
        rows = "".join(f"<w:tr><w:tc><w:p>{run(who + ':')}</w:p></w:tc><w:tc><w:p>{run(words)}</w:p></w:tc></w:tr>"
                       for who, words in TALK)
        self.assertEqual(self.turns("a.docx", docx(f"<w:tbl>{rows}</w:tbl>")), TALK)

    def test_docx_changes_and_hidden_text(self):
        more = f'<w:p>{run("Ben Marsh:", True)}{run(" We ")}<w:del><w:r><w:delText>never</w:delText></w:r></w:del>' \
               f'<w:ins>{run("always")}</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>{run(" pay.")}</w:p>'
        self.assertEqual(self.turns("a.docx", docx(paragraphs() + more))[-1][1].split("\n")[-1], "We always pay.")

    def test_blanks_that_indent_lines(self):
        lines = ["    The Chair. The committee will come to order.", "We have one witness.", "    Mr. Hale. Thank you, Chair.",
                 "    The Chair. Mr. Hale, who pays?", "    Mr. Hale. We do not know.", "    The Chair. Then we wait."]
        said = [("The Chair", "The committee will come to order.\n\nWe have one witness."),
                ("Mr. Hale", "Thank you, Chair."), ("The Chair", "Mr. Hale, who pays?"),
                ("Mr. Hale", "We do not know."), ("The Chair", "Then we wait.")]
        body = "<w:r><w:br/></w:r>".join(run(line) for line in lines)
        self.assertEqual(self.turns("a.docx", docx(f"<w:p>{body}</w:p>")), said)
        body = "<text:line-break/>".join(line.replace("    ", '<text:s text:c="4"/>') for line in lines)
        self.assertEqual(self.turns("a.odt", odt(f"<text:p>{body}</text:p>")), said)

    def test_docx_footnotes_and_comments_are_accounted_for(self):
        members = dict(archive_members(docx(paragraphs())))
        members["word/_rels/document.xml.rels"] = "<Relationships>" + "".join(
            f'<Relationship Id="{n}" Type="{RELATION}/{n}" Target="{n}.xml"/>' for n in ("footnotes", "comments", "gone")
        ) * 2 + "</Relationships>"
        for name in ("footnotes", "comments"):
            members[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{WORD}"><w:p>{run("Beside: " + name)}</w:p></w:{name}>'
        path = self.write("a.docx", archive(members.items()))
        said = self.run_briefcast("script", path).out
        self.assertNotIn("Beside", said)
        self.assertEqual(self.turns("a.docx", archive(members.items())), TALK)
        self.assertNotIn("lost", self.run_briefcast("check", path).out)

    def test_docx_title_is_metadata(self):
        talk = self.script_json(self.write("a.docx", docx(paragraphs(), title="The new bridge")))
        self.assertEqual(talk["title"], "The new bridge")

    def test_odt(self):
        body = "".join(f'<text:p><text:span text:style-name="T1">{who}:</text:span> {escape(words)}</text:p>'
                       for who, words in TALK)
        kept = "<text:tracked-changes><text:p>Old words.</text:p></text:tracked-changes>"
        self.assertEqual(self.turns("a.odt", odt(kept + body)), TALK)

    def test_epub_in_the_order_of_its_spine(self):
        said = [f"<p><b>{who}:</b> {escape(words)}</p>" for who, words in TALK]
        book = epub("<h1>Second evening</h1>" + "".join(said[3:]), "<h1>First evening</h1>" + "".join(said[:3]))
        talk = self.script_json(self.write("a.epub", book))
        self.assertEqual(talk["title"], "Two evenings")
        turns = [(t["speaker"], t["text"]) for t in talk["turns"]]
        self.assertEqual([t for t in turns if t in TALK], TALK)
        self.assertNotIn("Contents", "".join(t for _, t in turns))

    def test_title_that_heads_a_chapter(self):
        said = "<p><b>Ann Reeve:</b> Ready?</p><p><b>Tom Odd:</b> Yes.</p><p><b>Ann Reeve:</b> Go.</p>"
        talk = self.script_json(self.write("a.epub", epub(f"<h1>First evening</h1>{said}",
                                                          "<h1>Two evenings</h1><p>For Mara.</p>")))
        self.assertEqual(talk["title"], "Two evenings")
        self.assertEqual(sum(turn["text"].count("Two evenings") for turn in talk["turns"]), 1)

    def test_epub_that_names_a_chapter_again_and_again(self):
        said = "<html><body>" + "".join(f"<p>{who}: {escape(words)}</p>" for who, words in TALK) + "</body></html>"
        items = "".join(f'<item id="i{i}" href="one.xhtml" media-type="application/xhtml+xml"/>' for i in range(9))
        spine = "".join(f'<itemref idref="i{i % 9}"/>' for i in range(5000))
        book = archive([
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'),
            ("b.opf", f"<package><metadata/><manifest>{items}</manifest><spine>{spine}</spine></package>"),
            ("one.xhtml", said)])
        self.assertEqual(self.turns("a.epub", book), TALK)

    def test_epub_with_chapters_missing(self):
        def book(spine):
            return archive([
                ("mimetype", "application/epub+zip"),
                ("META-INF/container.xml", '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'),
                ("b.opf", '<package><metadata><title>Evenings</title></metadata><manifest>'
                          '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
                          f"<spine>{spine}</spine></package>"),
                ("one.xhtml", "<html><body><p>Ada Quill: Good evening.</p></body></html>")])
        result = self.run_briefcast("check", self.write("gap.epub", book('<itemref idref="one"/><itemref idref="two"/>')))
        self.assertRegex(result.err, r"gap\.epub.*: warning: .*'b\.opf' lists no item 'two'")
        self.refuse("none.epub", book(""), "reading order .* names no text")

    def test_members_without_text(self):
        self.refuse("a.odt", archive([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "")]),
                    "members hold no text")

    def test_bomb(self):
        self.refuse("bomb.docx", docx(f"<w:p>{run('x' * (40 << 20))}</w:p>"), "too large when unpacked")

    def test_truncated(self):
        whole = docx(paragraphs())
        self.refuse("cut.docx", whole[:len(whole) // 2], "damaged or cut off")

    def test_damaged_member(self):
        whole = bytearray(docx(paragraphs()))
        at = whole.index(b"word/document.xml") + 60
        whole[at:at + 20] = bytes(20)
        self.refuse("bent.docx", bytes(whole), "damaged")

    def test_encrypted(self):
        whole = bytearray(docx(paragraphs()))
        for magic, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            at = -1
            while (at := whole.find(magic, at + 1)) >= 0:
                struct.pack_into("<H", whole, at + flags, 1)
        self.refuse("secret.docx", bytes(whole), r"is encrypted \(save it without a password\)")
        self.refuse("secret.odt", odt("<text:p>x</text:p>", "<m><encryption-data/></m>"), "is encrypted")

    def test_document_type_that_declares_something(self):
        self.refuse("dtd.docx", docx(paragraphs(), head='<!DOCTYPE x [<!ENTITY a "aaaa">]>'),
                    r"dtd\.docx\(word/document\.xml\):1:\d+: error: .*document type")

    def test_mail_as_it_was_sent(self):
        head = b"Received: from a.example\n\tby b.example\nContent-Type: text/plain\nContent-Transfer-Encoding: Quoted-Printable\n\n"
        self.refuse("a.eml", head + b"Ann: It=E2=80=99s late.\n", "an e-mail as it was sent")
        plain = b"From: Ann\nSubject: The log\n\nContent-Type: multipart/mixed is a field.\n"
        self.assertEqual(self.script_json(self.write("b.eml", plain))["title"], "The log")

    def test_other_archives_and_other_formats(self):
        self.refuse("a.zip", archive([("notes.txt", "Hello.")]), "no .docx, .odt or .epub")
        self.refuse("a.pdf", b"%PDF-1.7\n", "this is a PDF")
        self.refuse("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office document")
        self.write("a.txt", "Hello there.\n")
        result = self.run_briefcast("check", "--from", "docx", self.dir / "a.txt", status=INPUT)
        self.assertIn("no .docx document", result.err)

    def test_coverage_counts_the_bytes_of_the_file(self):
        text = "".join(f"{who}: {words}\n\n" for who, words in TALK).replace("bridge", "caf\u00e9")
        for name, encoding, said in (("one.txt", "cp1252", "windows-1252"), ("two.txt", "utf-16", "UTF-16LE"),
                                     ("three.txt", "utf-16-be", "UTF-16BE")):
            path = self.write(name, text.encode(encoding))
            self.make(path)
            covered = self.episode(name[:-4]).coverage
            validate(covered, "coverage")
            self.assertEqual(covered["encoding"], said)
            self.assertEqual(covered["bytes"], path.stat().st_size)
            self.assertEqual(covered["ranges"][0]["begin"], 0)
            self.assertEqual(covered["ranges"][-1]["end"], path.stat().st_size)

    def test_coverage_names_the_members(self):
        self.make(self.write("a.docx", docx(paragraphs(), title="The new bridge")))
        covered = self.episode("a").coverage
        validate(covered, "coverage")
        self.assertEqual([p["name"] for p in covered["parts"]], ["docProps/core.xml", "word/document.xml"])
        self.assertEqual(covered["ranges"][-1]["end"], covered["bytes"])


if __name__ == "__main__":
    unittest.main()
