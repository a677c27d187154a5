"""What tests share: reports, documents, panels and sentences, and the reading of goldens."""
