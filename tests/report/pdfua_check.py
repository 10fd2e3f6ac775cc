#!/usr/bin/python3
"""What a machine can check of PDF/UA-1 in a document of text and tables.

pdfua_check.py FILE [PASSPHRASE]     one line for each thing that is wrong; exit status 1 if any
"""
import re
import sys

import pikepdf

PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE"}
TYPES = {"Document", "H1", "H2", "H3", "P", "BlockQuote", "Table", "TR", "TH", "TD"}
PARENTS = {"TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}, "Table": {"Document"}, "BlockQuote": {"Document"}}


class Check:
    def __init__(self, pdf):
        self.pdf = pdf
        self.wrong = []
        self.owned = {}
        self.headings = []

    def need(self, holds, what):
        if not holds:
            self.wrong.append(what)

    def catalogue(self):
        root = self.pdf.Root
        self.need(root.get("/MarkInfo", {}).get("/Marked", False), "the file does not say that it is tagged")
        self.need(str(root.get("/Lang", "")), "the document has no language")
        self.need(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False), "a viewer would show the file name for the title")
        self.need("/Outlines" in root, "there are no bookmarks")
        self.need("/StructTreeRoot" in root, "there is no structure tree")
        xmp = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
        self.need("<pdfuaid:part>1<" in xmp, "XMP does not name PDF/UA")
        self.need(re.search(r"<dc:title>.*?<rdf:li[^>]*>[^<]+<", xmp, re.S), "XMP has no title")
        if self.pdf.is_encrypted:
            self.need(self.pdf.allow.accessibility, "a screen reader may not read it")
            self.need("pdfaid:part" not in xmp, "an encrypted file claims PDF/A")

    def element(self, node, parent, page=None):
        if isinstance(node, pikepdf.Array):
            for kid in node:
                self.element(kid, parent, page)
            return
        if isinstance(node, int) or "/S" not in node:
            key = (page.objgen, node) if isinstance(node, int) else (node.Pg.objgen, int(node.MCID))
            self.need(key not in self.owned, f"mark {key} has two owners")
            self.owned[key] = parent
            return
        kind = str(node.S)[1:]
        self.need(kind in TYPES, f"unknown type {kind}")
        self.need(parent in PARENTS.get(kind, {parent}), f"{kind} inside {parent}")
        self.need(kind != "TH" or "/Scope" in node.get("/A", {}), "a header cell without a scope")
        if re.fullmatch("H[1-6]", kind):
            self.headings.append(int(kind[1]))
        kids = node.get("/K", pikepdf.Array())
        self.need(not isinstance(kids, pikepdf.Array) or len(kids) > 0, f"an empty {kind}")
        self.element(kids, kind, node.get("/Pg", page))

    def structure(self):
        if "/StructTreeRoot" not in self.pdf.Root:
            return
        self.element(self.pdf.Root.StructTreeRoot.K, "root")
        self.need(not self.headings or self.headings[0] == 1, "the first heading is not the first level")
        for above, below in zip(self.headings, self.headings[1:]):
            self.need(below <= above + 1, f"a heading of level {below} follows one of level {above}")

    def parent_tree(self, number, page, ids):
        numbers = self.pdf.Root.StructTreeRoot.ParentTree.Nums
        entries = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        self.need(len(entries.get(int(page.StructParents), [])) == len(ids), f"page {number}: the parent tree does not list its marks")

    def page(self, number, page):
        self.need(str(page.get("/Tabs", "")) == "/S", f"page {number}: no tab order by structure")
        stack, ids = [], []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BMC", "BDC"):
                tag = str(operands[0])
                self.need(tag != "/Artifact" or not stack, f"page {number}: an artifact inside {stack}")
                self.need(tag == "/Artifact" or "/Artifact" not in stack, f"page {number}: {tag} inside an artifact")
                stack.append(tag)
                if len(operands) > 1 and "/MCID" in operands[1]:
                    ids.append(int(operands[1]["/MCID"]))
            elif name == "EMC":
                self.need(stack, f"page {number}: an end without a beginning")
                if stack:
                    stack.pop()
            elif name in PAINTS:
                self.need(stack, f"page {number}: {name} is neither tagged nor an artifact")
        self.need(not stack, f"page {number}: marked content left open")
        self.need(len(ids) == len(set(ids)), f"page {number}: a mark is used twice")
        for mark in ids:
            self.need((page.objgen, mark) in self.owned, f"page {number}: mark {mark} is in no element")
        if "/StructTreeRoot" in self.pdf.Root:
            self.parent_tree(number, page, ids)

    def fonts(self, number, page):
        for name, font in page.Resources.get("/Font", {}).items():
            real = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            self.need(any(key in real.FontDescriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")), f"page {number}: font {name} is not in the file")
            self.need("/ToUnicode" in font, f"page {number}: font {name} does not say its characters")
            if "/ToUnicode" in font:
                table = font.ToUnicode.read_bytes().split(b"beginbfrange")[-1]
                values = re.findall(rb"<([0-9A-F]{4})>(?=[ \]]*[<\]])", table)
                self.need(b"0009" not in values, f"page {number}: font {name} takes a space for a tab")

    def run(self):
        self.catalogue()
        self.structure()
        for number, page in enumerate(self.pdf.pages, 1):
            self.page(number, page)
            self.fonts(number, page)
        return sorted(set(self.wrong))


if __name__ == "__main__":
    with pikepdf.open(sys.argv[1], password=sys.argv[2] if len(sys.argv) > 2 else "") as document:
        found = Check(document).run()
    for line in found:
        print("WRONG", line)
    sys.exit(bool(found))
