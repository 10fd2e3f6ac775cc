#!/usr/bin/python3
"""What a PDF holds, for the tests.

pdf_content.py actual FILE TYPE         JSON: the text of each element of TYPE, from the ActualText of its marks
pdf_content.py types FILE               JSON: how many elements of each type
pdf_content.py all FILE [PASSPHRASE]    every string and decoded stream of every object, and the text of the pages
"""
import json
import subprocess
import sys

import pikepdf


def marked_texts(page):
    """For each marked-content id of a page the text of the ActualText spans inside it."""
    texts, stack = {}, []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BMC", "BDC"):
            properties = operands[1] if len(operands) > 1 else {}
            if "/MCID" in properties:
                stack.append(int(properties["/MCID"]))
                texts.setdefault(stack[-1], "")
            else:
                stack.append(None)
            if "/ActualText" in properties:
                owner = next((entry for entry in reversed(stack) if entry is not None), None)
                if owner is not None:
                    texts[owner] += decoded(bytes(properties["/ActualText"]))
        elif name == "EMC":
            stack.pop()
    return texts


def decoded(raw):
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "surrogatepass")
    return raw.decode("latin-1")


def actual(path, wanted):
    found = []
    with pikepdf.open(path) as pdf:
        pages = {page.objgen: marked_texts(page) for page in pdf.pages}

        def gather(node, page=None):
            if isinstance(node, int):
                return pages[page.objgen].get(node, "")
            if isinstance(node, pikepdf.Array):
                return "".join(gather(kid, page) for kid in node)
            if "/MCID" in node and "/S" not in node:
                return pages[node.Pg.objgen].get(int(node.MCID), "")
            return gather(node.K, node.get("/Pg", page)) if "/K" in node else ""

        def walk(node):
            if isinstance(node, int):
                return
            if isinstance(node, pikepdf.Array):
                for kid in node:
                    walk(kid)
            elif "/S" in node:
                if str(node.S) == "/" + wanted:
                    found.append(gather(node))
                else:
                    walk(node.get("/K", pikepdf.Array()))

        walk(pdf.Root.StructTreeRoot.K)
    return found


def types(path):
    counts = {}

    def walk(node):
        if isinstance(node, int):
            return
        if isinstance(node, pikepdf.Array):
            for kid in node:
                walk(kid)
        elif "/S" in node:
            kind = str(node.S)[1:]
            counts[kind] = counts.get(kind, 0) + 1
            walk(node.get("/K", pikepdf.Array()))

    with pikepdf.open(path) as pdf:
        walk(pdf.Root.StructTreeRoot.K)
    return counts


def strings(value, depth=0):
    if isinstance(value, pikepdf.String):
        yield decoded(bytes(value))
    elif isinstance(value, pikepdf.Name):
        yield str(value)
    elif isinstance(value, (pikepdf.Array, list)) and depth < 30:
        for kid in value:
            if not getattr(kid, "is_indirect", False):
                yield from strings(kid, depth + 1)
    elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)) and depth < 30:
        for key, kid in value.items():
            yield key
            if not getattr(kid, "is_indirect", False):
                yield from strings(kid, depth + 1)


def everything(path, passphrase=""):
    parts = []
    with pikepdf.open(path, password=passphrase) as pdf:
        for thing in pdf.objects:
            parts += strings(thing)
            if isinstance(thing, pikepdf.Stream):
                raw = thing.read_bytes()
                parts += [raw.decode("latin-1"), raw.decode("utf-8", "replace"), raw.decode("utf-16-be", "replace")]
        for page in pdf.pages:
            parts += marked_texts(page).values()
            for operands, _ in pikepdf.parse_content_stream(page):
                parts += [text for operand in operands for text in strings(operand)]
    parts.append(subprocess.run(["pdftotext", "-upw", passphrase, path, "-"], check=True, capture_output=True).stdout.decode())
    return "\n".join(parts)


if __name__ == "__main__":
    if sys.argv[1] == "actual":
        print(json.dumps(actual(sys.argv[2], sys.argv[3])))
    elif sys.argv[1] == "types":
        print(json.dumps(types(sys.argv[2])))
    else:
        sys.stdout.buffer.write(everything(*sys.argv[2:4]).encode("utf-8", "replace"))
