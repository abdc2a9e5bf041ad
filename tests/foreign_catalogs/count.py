"""What rdflib finds in catalogues: reads a path a line, writes JSON a line with triples, datasets and distributions."""

import gzip
import json
import logging
import sys
from pathlib import Path

from rdflib import RDF, Graph, Namespace

logging.disable(logging.CRITICAL)
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCT = Namespace("http://purl.org/dc/terms/")
FORMS = {".xml": "xml", ".rdf": "xml", ".ttl": "turtle", ".json": "json-ld", ".jsonld": "json-ld"}


def count(path):
    data = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    form = FORMS[Path(path.name.removesuffix(".gz")).suffix]
    graph = Graph().parse(data=data, format=form, publicID="https://catalogue.invalid/")
    datasets = set(graph.subjects(RDF.type, DCAT.Dataset))
    titles = [
        [title.language or "und", " ".join(str(title).split())]
        for dataset in datasets
        for title in graph.objects(dataset, DCT.title)
    ]
    return {
        "triples": len(graph),
        "datasets": len(datasets),
        "distributions": sum(len(set(graph.objects(d, DCAT.distribution))) for d in datasets),
        "titles": sorted(titles),
    }


for line in sys.stdin:
    print(json.dumps(count(Path(line.strip()))))
