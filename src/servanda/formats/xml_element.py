"""XML elements in one expression: a tag, its children and text, its attributes."""

from collections.abc import Mapping

from lxml import etree


def element(tag: str, *content: etree._Element | str | Mapping[str, str], **attributes: str) -> etree._Element:
    """Return an element. Attributes whose names Python cannot write come as a mapping.

    >>> etree.tostring(element("value", {"value-date": "2026-03-31"}, "5", currency="EUR"))
    b'<value value-date="2026-03-31" currency="EUR">5</value>'
    """
    made = etree.Element(tag)
    for part in content:
        if isinstance(part, str):
            made.text = part
        elif isinstance(part, etree._Element):  # noqa: SLF001 lxml has no public name for it
            made.append(part)
        else:
            for name, value in part.items():
                made.set(name, value)
    for name, value in attributes.items():
        made.set(name, value)
    return made


def document(root: etree._Element) -> bytes:
    """Return a document as UTF-8, indented."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
