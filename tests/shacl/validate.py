"""Validates published folders: reads {"folder", "mutate"} a line, writes what it found, JSON a line.

For each folder: violations of catalog.jsonld against DCAT-AP, of catalog.ttl against both sets of shapes, the classes
that had no instance, whether each record is the same graph in both forms, and with "mutate" which mandatory
properties, taken away, were not missed.
"""

import json
import sys
from pathlib import Path

from pyshacl import validate
from rdflib import RDF, Graph, Namespace
from rdflib.compare import isomorphic

SH = Namespace("http://www.w3.org/ns/shacl#")
HERE = Path(__file__).parent
BASE = "https://folder.example/site/data/"


def shapes(*names):
    graph = Graph()
    for name in names:
        graph.parse(HERE / name, format="turtle")
    return graph


DCAT, BOTH = shapes("dcat-ap.ttl"), shapes("dcat-ap.ttl", "mobilitydcat-ap.ttl")


def violations(data, of):
    """(focus node, path) of each violation; warnings are counted apart."""
    _, report, _ = validate(data, shacl_graph=of, inference="none", advanced=False)
    found, warnings = set(), 0
    for result in report.subjects(RDF.type, SH.ValidationResult):
        if report.value(result, SH.resultSeverity) == SH.Violation:
            found.add((report.value(result, SH.focusNode), report.value(result, SH.resultPath)))
        else:
            warnings += 1
    return found, warnings


def mandatory(of):
    """(class, property) with a minimum that is a violation."""
    for shape in of.subjects(RDF.type, SH.NodeShape):
        for constraint in of.objects(shape, SH.property):
            is_warning = of.value(constraint, SH.severity) == SH.Warning
            if of.value(constraint, SH.minCount) is not None and not is_warning:
                yield of.value(shape, SH.targetClass), of.value(constraint, SH.path)


def read(folder, path):
    form = "turtle" if path.endswith(".ttl") else "json-ld"
    return Graph().parse(data=(folder / path).read_text("utf-8"), format=form, publicID=BASE + path)


def look(folder, mutate):
    catalogue, whole = read(folder, "catalog.jsonld"), read(folder, "catalog.ttl")
    short, _ = violations(catalogue, DCAT)
    found, warnings = violations(whole, BOTH)
    wanted = sorted(set(mandatory(BOTH)))
    unseen = sorted({str(kind) for kind, _ in wanted if (None, RDF.type, kind) not in whole})
    records = sorted(path.name for path in (folder / "records").glob("*.jsonld"))
    differ = [
        name
        for name in records
        if not isomorphic(read(folder, f"records/{name}"), read(folder, f"records/{name[:-7]}.ttl"))
    ]
    caught, missed = 0, []
    for kind, path in wanted if mutate else []:
        for node in sorted(whole.subjects(RDF.type, kind))[:1]:
            gone = Graph() + whole
            gone.remove((node, path, None))
            if (node, path) in violations(gone, BOTH)[0]:
                caught += 1
            else:
                missed.append(f"{kind} {path}")
    return {
        "short": sorted(map(str, short)),
        "found": sorted(map(str, found)),
        "warnings": warnings,
        "unseen": unseen,
        "records": len(records),
        "differ": differ,
        "triples": len(whole),
        "caught": caught,
        "missed": missed,
    }


for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps(look(Path(asked["folder"]), asked["mutate"])))
