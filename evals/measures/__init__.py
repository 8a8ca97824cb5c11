"""Measures, one noun a module; all pure functions of gold and prediction, so that other projects' results can be scored."""
