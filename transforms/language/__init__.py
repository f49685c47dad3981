"""The spaCy pipeline: one component a file, made by `pipeline.build_nlp`."""
