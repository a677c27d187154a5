"""Hypothesis strategies for your own tests (extra ``hypothesis``): reports, documents, damaged documents."""

from gov_disclosure.testing.samples.choices import Choices
from gov_disclosure.testing.samples.damage import Damage, DamagedDocument
from gov_disclosure.testing.samples.documents import Document
from gov_disclosure.testing.samples.faults import Fault, FaultKind, FaultyReport
from gov_disclosure.testing.samples.furniture import Furniture
from gov_disclosure.testing.samples.noise import Noise
from gov_disclosure.testing.samples.reports import EMPTY
from gov_disclosure.testing.samples.strangers import StrangeDocument, Stranger
from gov_disclosure.testing.strategies import (
    damaged_documents,
    documents,
    faulty_reports,
    furniture,
    layouts,
    noise,
    reports,
    strange_documents,
)

__all__ = [
    "EMPTY",
    "Choices",
    "Damage",
    "DamagedDocument",
    "Document",
    "Fault",
    "FaultKind",
    "FaultyReport",
    "Furniture",
    "Noise",
    "StrangeDocument",
    "Stranger",
    "damaged_documents",
    "documents",
    "faulty_reports",
    "furniture",
    "layouts",
    "noise",
    "reports",
    "strange_documents",
]
