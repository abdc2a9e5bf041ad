"""What rdflib finds of each dataset of a catalogue (RDF/XML, packed): the text to be searched, formats and themes, as JSON."""

import gzip
import json
import logging
import re
import sys
from html.parser import HTMLParser

from rdflib import RDF, Graph, Literal, Namespace

logging.disable(logging.CRITICAL)
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCT = Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
graph = Graph().parse(data=gzip.open(sys.argv[1]).read(), format="xml", publicID="https://catalogue.invalid/")


def last(value):
    text = str(value).strip()
    return text if isinstance(value, Literal) and "://" not in text else re.split("[/#]", text.rstrip("/"))[-1]


def form(value):
    """A media type by the name of its format."""
    name = last(value).upper()
    kind, _, sub = name.partition("/")
    if kind not in ("TEXT", "APPLICATION") or not sub:
        return name
    return {"VND.GEO+JSON": "GEOJSON", "GEO+JSON": "GEOJSON", "VND.GOOGLE-EARTH.KML+XML": "KML"}.get(sub, sub)


class Text(HTMLParser):
    """What is between the tags."""

    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_data(self, data):
        self.parts.append(data)


def plain(text):
    parser = Text()
    parser.feed(str(text))
    parser.close()
    return " ".join(" ".join(parser.parts).split())


def beginning(text, most=280):
    """Whole words of at most so many characters, an ellipsis included: as much as the list keeps of a description."""
    text = plain(text)
    return text if len(text) <= most else text[: most + 1].rsplit(" ", 1)[0]


found = []
for dataset in set(graph.subjects(RDF.type, DCAT.Dataset)):
    names = [name for agent in graph.objects(dataset, DCT.publisher) for name in graph.objects(agent, FOAF.name)]
    distributions = list(graph.objects(dataset, DCAT.distribution))
    formats = [form(one) for d in distributions for p in (DCT["format"], DCAT.mediaType) for one in graph.objects(d, p)]
    themes = [last(one) for one in graph.objects(dataset, DCAT.theme)]
    said = [*graph.objects(dataset, DCT.title), *map(beginning, graph.objects(dataset, DCT.description))]
    said += [*graph.objects(dataset, DCAT.keyword), *themes, *(names or ["Stad Antwerpen"]), "Open data van Antwerpen"]
    found.append(
        {
            "text": plain(" \n ".join(map(str, said))),
            "formats": sorted(set(formats)),
            "themes": sorted(set(themes)),
        }
    )
print(json.dumps(found))
